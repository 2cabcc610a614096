import { type Kysely, type Migration, sql } from 'kysely'

async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('used_challenge')
    .addColumn('nonce', 'text', (c) => c.primaryKey())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('until', 'bigint', (c) => c.notNull())
    .execute()
  await schema.createIndex('used_challenge_until').on('used_challenge').column('until').execute()

  // Why an envelope waits, or waited until a coordinator released it; null where it never did.
  await schema.alterTable('envelope').addColumn('held_for', 'text').execute()
  // When a coordinator set it aside; null where nobody did, or it was brought back.
  await schema.alterTable('envelope').addColumn('discarded_at', 'bigint').execute()
  // What waited until now came from devices that nobody had enrolled.
  await sql`update envelope set held_for = 'unknown-device' where quarantined = 1`.execute(db)
  // Both partial: what is counted pays nothing for them.
  await schema
    .createIndex('envelope_held')
    .on('envelope')
    .columns(['campaign', 'held_for'])
    .where(sql.ref('held_for'), 'is not', null)
    .execute()
  await schema
    .createIndex('envelope_discarded')
    .on('envelope')
    .columns(['campaign', 'id'])
    .where(sql.ref('discarded_at'), 'is not', null)
    .execute()
}

export const abuse: Migration = { up }
