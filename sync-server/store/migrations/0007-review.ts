import type { Kysely, Migration } from 'kysely'

async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('decision')
    .addColumn('campaign', 'text', (c) => c.notNull().references('campaign.id').onDelete('cascade'))
    .addColumn('envelope', 'text', (c) => c.notNull())
    .addColumn('petition', 'text', (c) => c.notNull())
    .addColumn('verdict', 'text', (c) => c.notNull())
    .addColumn('decided_by', 'text', (c) => c.notNull())
    .addColumn('decided_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('decision_key', ['campaign', 'envelope', 'petition'])
    .execute()

  await schema
    .createTable('export_run')
    // Short, because each of a run's envelopes repeats it.
    .addColumn('number', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('campaign', 'text', (c) => c.notNull().references('campaign.id').onDelete('cascade'))
    .addColumn('run', 'text', (c) => c.notNull())
    .addColumn('filter', 'text', (c) => c.notNull())
    .addColumn('envelopes', 'integer', (c) => c.notNull())
    .addColumn('recorded', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('made_by', 'text', (c) => c.notNull())
    .addColumn('made_at', 'bigint', (c) => c.notNull())
    .addColumn('confirmed_at', 'bigint')
    .addColumn('confirmed_by', 'text')
    .addUniqueConstraint('export_run_key', ['campaign', 'run'])
    .execute()

  await schema
    .createTable('exported_envelope')
    .addColumn('envelope', 'text', (c) => c.notNull())
    .addColumn('run', 'integer', (c) => c.notNull().references('export_run.number').onDelete('cascade'))
    .addPrimaryKeyConstraint('exported_envelope_key', ['envelope', 'run'])
    .execute()

  await schema.alterTable('withdrawn_envelope').addColumn('withdrawn_at', 'bigint').execute()
}

export const review: Migration = { up }
