import { existsSync } from 'node:fs'
import BetterSqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type * as z from 'zod/mini'
import type { EnvelopePage } from '../../protocol/console-routes.ts'
import { PlainError } from '../plain-error.ts'
import { databaseFile } from './data-dir.ts'
import { readDecisions } from './decisions.ts'
import type { DumpStore } from './dump-store.ts'
import { dumpVerbs } from './dump-verbs.ts'
import { readPage } from './envelope-pages.ts'
import { MIGRATIONS } from './migrations/all.ts'
import type { DecisionRecord } from './review-store.ts'
import type { Tables } from './schema.ts'
import { appliedMigrations } from './sqlite.ts'

/** What can be read of a server's database beside the server, which goes on writing. */
export interface ReadOnlyStore extends DumpStore {
  campaigns(): Promise<string[]>
  /** Counted envelopes that are held now. */
  count(campaign: string): Promise<number>
  envelopes(campaign: string, after: string | null, size: number): Promise<z.infer<typeof EnvelopePage> | null>
  decisions(campaign: string): Promise<DecisionRecord[]>
  close(): Promise<void>
}

/**
 * Opens the database in `dataDir` for reading; nothing in it can be changed through this handle, and each page is read in a moment of
 * its own, so that the server's log can be emptied meanwhile.
 * @throws PlainError where there is none, or its schema is not this Paraphe's.
 */
export async function openReadOnly(dataDir: string): Promise<ReadOnlyStore> {
  const file = databaseFile(dataDir)
  if (!existsSync(file))
    throw new PlainError(`There is no database in ${dataDir}. Set DATA_DIR to the server’s folder.`)
  const sqlite = new BetterSqlite(file, { readonly: true, fileMustExist: true })
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) })
  try {
    const applied = await appliedMigrations(db)
    if (applied.some((name) => !Object.hasOwn(MIGRATIONS, name)))
      throw new PlainError('This database was written by a newer Paraphe. Bring Paraphe up to date, then try again.')
    if (applied.length < Object.keys(MIGRATIONS).length)
      throw new PlainError('This database is of an older Paraphe. Start the server once: it brings it up to date.')
  } catch (cause) {
    await db.destroy()
    throw cause
  }
  return {
    ...dumpVerbs(db),
    async campaigns() {
      return (await db.selectFrom('campaign').select('id').orderBy('id').execute()).map(({ id }) => id)
    },
    async count(campaign) {
      const row = await db
        .selectFrom('envelope')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('campaign', '=', campaign)
        .where('quarantined', '=', 0)
        .where('copy', '=', 0)
        .executeTakeFirstOrThrow()
      return row.n
    },
    envelopes: (campaign, after, size) => readPage(db, campaign, after, size),
    decisions: (campaign) => readDecisions(db, campaign),
    close: () => db.destroy(),
  }
}
