import type { Kysely, Migration } from 'kysely'

async function up(db: Kysely<never>): Promise<void> {
  // Null for what came before it was kept.
  await db.schema.alterTable('envelope').addColumn('batch', 'text').execute()
}

export const batches: Migration = { up }
