import { type Kysely, type Migration, sql } from 'kysely'

async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db
  const flag = (name: string, otherwise: 0 | 1) =>
    schema
      .alterTable('campaign')
      .addColumn(name, 'integer', (c) =>
        c
          .notNull()
          .defaultTo(otherwise)
          .check(sql`${sql.ref(name)} in (0, 1)`),
      )
      .execute()
  await flag('live', 1)
  await flag('shown', 0)

  await schema
    .createTable('campaign_draft')
    .addColumn('campaign', 'text', (c) => c.primaryKey().references('campaign.id').onDelete('cascade'))
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('saved_at', 'bigint', (c) => c.notNull())
    .addColumn('saved_by', 'text', (c) => c.notNull())
    .execute()

  await schema
    .createTable('campaign_version')
    .addColumn('campaign', 'text', (c) => c.notNull().references('campaign.id').onDelete('cascade'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('published_at', 'bigint', (c) => c.notNull())
    .addColumn('published_by', 'text')
    .addColumn('again', 'integer')
    .addPrimaryKeyConstraint('campaign_version_key', ['campaign', 'version'])
    .execute()

  await schema
    .createTable('published_petition')
    .addColumn('campaign', 'text', (c) => c.notNull().references('campaign.id').onDelete('cascade'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('published_petition_key', ['campaign', 'id'])
    .execute()

  await schema
    .createTable('destruction')
    .addColumn('campaign', 'text', (c) => c.primaryKey().references('campaign.id').onDelete('cascade'))
    .addColumn('first_at', 'bigint', (c) => c.notNull())
    .addColumn('first_by', 'text', (c) => c.notNull())
    .addColumn('seen_at', 'bigint', (c) => c.notNull())
    .addColumn('witnessed', 'bigint', (c) => c.notNull())
    .execute()

  await schema
    .createTable('destruction_certificate')
    .addColumn('campaign', 'text', (c) => c.primaryKey().references('campaign.id'))
    .addColumn('certificate', 'text', (c) => c.notNull())
    .execute()
}

export const editing: Migration = { up }
