import type { Kysely, Migration } from 'kysely'
import { countReceivedAnew } from '../received.ts'
import type { Tables } from '../schema.ts'

async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('received')
    .addColumn('campaign', 'text', (c) => c.notNull().references('campaign.id').onDelete('cascade'))
    .addColumn('hour', 'integer', (c) => c.notNull())
    .addColumn('device', 'text', (c) => c.notNull())
    .addColumn('petition', 'text', (c) => c.notNull())
    .addColumn('signatures', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('received_key', ['campaign', 'hour', 'device', 'petition'])
    .execute()
  // What was received before this table. Where a campaign was destroyed, nobody knows its hours any more.
  const held = db as unknown as Kysely<Tables>
  for (const { id } of await held.selectFrom('campaign').select('id').execute()) await countReceivedAnew(held, id)
}

export const received: Migration = { up }
