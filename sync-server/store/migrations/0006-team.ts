import { type Kysely, type Migration, sql } from 'kysely'

async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db
  // Whoever there was before there were roles made everything here.
  await schema
    .alterTable('coordinator')
    .addColumn('role', 'text', (c) => c.notNull().defaultTo('admin'))
    .execute()
  await schema.alterTable('coordinator').addColumn('totp', 'text').execute()
  await schema
    .alterTable('coordinator')
    .addColumn('totp_step', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute()
  await schema
    .alterTable('session')
    .addColumn('last_used_at', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute()
  await schema
    .alterTable('session')
    .addColumn('agent', 'text', (c) => c.notNull().defaultTo(''))
    .execute()

  await schema
    .createTable('recovery_code')
    .addColumn('coordinator', 'text', (c) => c.notNull().references('coordinator.key').onDelete('cascade'))
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('used_at', 'bigint')
    .addPrimaryKeyConstraint('recovery_code_key', ['coordinator', 'hash'])
    .execute()

  await schema
    .createTable('invitation')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('coordinator', 'text', (c) => c.references('coordinator.key').onDelete('cascade'))
    .addColumn('made_by', 'text')
    .addColumn('made_at', 'bigint', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .addColumn('used_at', 'bigint')
    .addColumn('withdrawn_at', 'bigint')
    .execute()

  await schema
    .createTable('audit')
    .addColumn('number', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('entry', 'text', (c) => c.notNull().unique())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('who', 'text')
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('campaign', 'text')
    .addColumn('about', 'text')
    .addColumn('count', 'integer')
    .execute()
  await schema.createIndex('audit_at').on('audit').columns(['at', 'number']).execute()
  await appendOnly(db)
}

/** A slip in our own code cannot change what was written. Another dialect needs words of its own here. */
async function appendOnly(db: Kysely<never>): Promise<void> {
  const refuse = sql.raw(`begin select raise(abort, 'the audit log is append-only'); end`)
  await sql`create trigger audit_stays before delete on audit ${refuse}`.execute(db)
  await sql`create trigger audit_unchanged before update on audit ${refuse}`.execute(db)
  // `insert or replace` deletes without asking the first one.
  await sql`create trigger audit_once before insert on audit
    when exists (select 1 from audit where entry = new.entry or number = new.number) ${refuse}`.execute(db)
}

export const team: Migration = { up }
