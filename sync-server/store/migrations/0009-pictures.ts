import type { Kysely, Migration } from 'kysely'

async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('picture')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('bytes', 'blob', (c) => c.notNull())
    .addColumn('put_at', 'bigint', (c) => c.notNull())
    .execute()

  // `petition` is '' for the campaign's own page: a key holds no null.
  await schema
    .createTable('card')
    .addColumn('campaign', 'text', (c) => c.notNull().references('campaign.id').onDelete('cascade'))
    .addColumn('petition', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('picture', 'text', (c) => c.notNull().references('picture.hash'))
    .addPrimaryKeyConstraint('card_key', ['campaign', 'petition', 'language'])
    .execute()
}

export const pictures: Migration = { up }
