import { type Kysely, type Migration, sql } from 'kysely'

async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('stand')
    .addColumn('campaign', 'text', (c) => c.notNull().references('campaign.id'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('place', 'text', (c) => c.notNull())
    .addColumn('first_day', 'text', (c) => c.notNull())
    .addColumn('last_day', 'text', (c) => c.notNull())
    .addColumn('petitions', 'text', (c) => c.notNull())
    .addColumn('tablets', 'integer', (c) => c.notNull().check(sql`tablets >= 1`))
    .addColumn('made_at', 'bigint', (c) => c.notNull())
    .addColumn('closed_at', 'bigint')
    .addPrimaryKeyConstraint('stand_key', ['campaign', 'id'])
    .execute()

  await schema
    .createTable('enrol_code')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('campaign', 'text', (c) => c.notNull())
    .addColumn('stand', 'text', (c) => c.notNull())
    .addColumn('tablets', 'integer', (c) => c.notNull())
    .addColumn('used', 'integer', (c) => c.notNull().defaultTo(0).check(sql`used >= 0 and used <= tablets`))
    .addColumn('made_at', 'bigint', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .addColumn('withdrawn_at', 'bigint')
    .addForeignKeyConstraint('enrol_code_stand', ['campaign', 'stand'], 'stand', ['campaign', 'id'])
    .execute()
  await schema.createIndex('enrol_code_stand').on('enrol_code').columns(['campaign', 'stand']).execute()

  // All four are null for a device that was enrolled without a stand.
  await schema.alterTable('device').addColumn('campaign', 'text').execute()
  await schema.alterTable('device').addColumn('stand', 'text').execute()
  await schema.alterTable('device').addColumn('tablet', 'integer').execute()
  await schema.alterTable('device').addColumn('code', 'text').execute()
  await schema
    .createIndex('device_tablet')
    .unique()
    .on('device')
    .columns(['campaign', 'stand', 'tablet'])
    .where(sql.ref('stand'), 'is not', null)
    .execute()

  // Partial: what is counted pays nothing for it.
  await schema
    .createIndex('envelope_quarantine')
    .on('envelope')
    .columns(['device', 'device_key'])
    .where(sql.ref('quarantined'), '=', sql.lit(1))
    .execute()
}

export const stands: Migration = { up }
