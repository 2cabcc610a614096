import { Kysely, Migrator, type SqliteDatabase, SqliteDialect } from 'kysely'
import { PlainError } from '../plain-error.ts'
import type { Intake } from './intake.ts'
import { MIGRATIONS } from './migrations/all.ts'
import type { Tables } from './schema.ts'
import { sqliteIntake } from './sqlite-intake.ts'
import { keepStatements } from './sqlite-statements.ts'
import { runDirectly } from './worded.ts'

// What the store needs of SQLite, over any handle of better-sqlite3: a file, memory, or one that a test lets fail.

/** A handle of better-sqlite3, as far as it is used. */
export type Sqlite = SqliteDatabase & { pragma(words: string): unknown }

/** How long a statement waits for another process: one that opens or closes the same file. */
const BUSY_MS = 5000

/**
 * Pages (16 MiB) that the write-ahead log takes before they are moved into the database. Ids are random, so each commit writes the same pages of
 * the indexes again: what is moved less often is moved together. SQLite's own 1,000 are full after one shared commit of four batches.
 */
const LOG_PAGES = 4000

export interface Database {
  db: Kysely<Tables>
  /** For use within a transaction of `db`. */
  intake: Intake
  /**
   * Moves the write-ahead log into the database and empties it: deleted bytes live on there otherwise. False where another
   * process is reading, a backup for example: then it has to be done again.
   */
  emptyLog(): boolean
  /** Writes the whole file anew, without the room of what was deleted. Outside of any transaction. @throws where the disk is full */
  vacuum(): void
  close(): Promise<void>
}

/** Sets what every connection needs. Changes nothing in the database but its journal's kind. */
export function openSqlite(sqlite: Sqlite): Database {
  sqlite.pragma('journal_mode = WAL')
  // FULL: a commit has been fsynced when it returns; NORMAL would lose the last ones with the power.
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('secure_delete = ON')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma(`wal_autocheckpoint = ${LOG_PAGES}`)
  sqlite.pragma(`busy_timeout = ${BUSY_MS}`)
  const kept = keepStatements(sqlite)
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: kept }) })
  runDirectly(db, (sql, parameters) => {
    const statement = kept.prepare(sql)
    if (statement.reader) return statement.all(parameters)
    statement.run(parameters)
    return []
  })
  return {
    db,
    intake: sqliteIntake(kept),
    emptyLog: () => emptyLog(sqlite),
    vacuum: () => void sqlite.prepare('vacuum').run([]),
    close: () => db.destroy(),
  }
}

function emptyLog(sqlite: Sqlite): boolean {
  // Without waiting for a reader: nothing else happens in this process meanwhile.
  sqlite.pragma('busy_timeout = 0')
  try {
    const [{ busy }] = sqlite.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: 0 | 1 }]
    return busy === 0
  } finally {
    sqlite.pragma(`busy_timeout = ${BUSY_MS}`)
  }
}

/**
 * Brings the database to the newest schema. Does nothing where it is there already.
 * @throws PlainError where a newer Paraphe has been at work on it.
 */
export async function migrate({ db }: Pick<Database, 'db'>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } })
  if ((await appliedMigrations(db)).some((name) => !Object.hasOwn(MIGRATIONS, name)))
    throw new PlainError('This database was written by a newer Paraphe. Bring Paraphe up to date, then start it again.')
  const { error } = await migrator.migrateToLatest()
  if (error) throw new Error('the database could not be brought to the newest schema', { cause: error })
}

/** Names of the migrations that a database has had, in no order. */
export async function appliedMigrations(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === 'kysely_migration')) return []
  const rows = await (db as Kysely<never> as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom('kysely_migration')
    .select('name')
    .execute()
  return rows.map(({ name }) => name)
}
