import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, Migrator, SqliteDialect } from 'kysely'
import { first } from './migrations/0001-first.ts'
import type { Tables } from './schema.ts'

// The only file that knows SQLite.

export interface Opened {
  db: Kysely<Tables>
  /** Moves the write-ahead log into the database and empties it: deleted bytes live on there otherwise. */
  emptyLog(): void
}

/** Opens (or makes) the database in `dataDir` and brings it to the newest schema. */
export async function openSqlite(dataDir: string): Promise<Opened> {
  // For the server's own account only.
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const sqlite = new Database(join(dataDir, 'paraphe.sqlite'))
  sqlite.pragma('journal_mode = WAL')
  // FULL: a commit has been fsynced when it returns; NORMAL would lose the last ones with the power.
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('secure_delete = ON')
  sqlite.pragma('foreign_keys = ON')
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) })
  try {
    await migrate(db)
  } catch (cause) {
    await db.destroy()
    throw cause
  }
  const emptyLog = () => void sqlite.pragma('wal_checkpoint(TRUNCATE)')
  // A server that was killed may have left what somebody had withdrawn.
  emptyLog()
  return { db, emptyLog }
}

/** Migrations stand in an object and not in a folder, because the server is one bundled file. They only ever add. */
async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ '0001-first': first }) } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw new Error('the database could not be brought to the newest schema', { cause: error })
}
