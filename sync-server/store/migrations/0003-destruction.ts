import type { Kysely, Migration } from 'kysely'

async function up(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('campaign').addColumn('destroyed_at', 'bigint').execute()
}

export const destruction: Migration = { up }
