import { type Kysely, type Migration, sql } from 'kysely'

async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('device')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('public_key', 'text', (c) => c.notNull())
    .addColumn('enrolled_at', 'bigint', (c) => c.notNull())
    .addColumn('revoked_at', 'bigint')
    .execute()

  await schema
    .createTable('sender')
    // Short, because each of a sender's ranges repeats it.
    .addColumn('number', 'integer', (c) => c.primaryKey())
    .addColumn('device', 'text', (c) => c.notNull())
    .addColumn('device_key', 'text', (c) => c.notNull())
    .addColumn('captured', 'bigint', (c) => c.notNull())
    .addColumn('waiting', 'bigint', (c) => c.notNull())
    .addColumn('refused', 'bigint', (c) => c.notNull())
    .addColumn('withdrawn', 'bigint', (c) => c.notNull())
    .addColumn('last_seq', 'bigint', (c) => c.notNull())
    .addColumn('heard_at', 'bigint', (c) => c.notNull())
    .addColumn('carrier', 'text')
    .addColumn('cloned_seq', 'bigint')
    .addUniqueConstraint('sender_key', ['device', 'device_key'])
    .execute()

  await schema
    .createTable('arrived')
    .addColumn('sender', 'integer', (c) => c.notNull().references('sender.number').onDelete('cascade'))
    .addColumn('first', 'bigint', (c) => c.notNull())
    .addColumn('last', 'bigint', (c) => c.notNull().check(sql`last >= first`))
    .addPrimaryKeyConstraint('arrived_key', ['sender', 'first'])
    .execute()

  await schema.alterTable('envelope').addColumn('carrier', 'text').execute()
  // Partial: what phones send has no device and pays nothing for it.
  await schema
    .createIndex('envelope_seq')
    .on('envelope')
    .columns(['device', 'seq'])
    .where(sql.ref('device'), 'is not', null)
    .execute()
}

export const devices: Migration = { up }
