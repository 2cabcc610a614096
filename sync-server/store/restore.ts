import { constants, copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { PlainError } from '../plain-error.ts'
import { sync } from './backup.ts'
import { databaseFile, erasuresFile } from './data-dir.ts'
import { holdDataDir } from './data-dir-lock.ts'
import { MIGRATIONS } from './migrations/all.ts'

export interface Restored {
  /** When the backup was taken, ISO 8601. */
  backupOf: string
  envelopes: number
  /** Where the database that was there has been put; null: there was none. */
  replaced: string | null
  /** The erasure log is there, so that what was withdrawn since the backup stays gone. */
  logThere: boolean
}

/**
 * Puts a backup in the place of the database in `dataDir`; the server replays the erasure log when it starts. Nothing is lost:
 * what was there keeps its bytes under a dated name, and until the last step it is still in its place.
 * @throws PlainError where a server is at work there, or `file` is not a whole backup that this Paraphe can read.
 */
export function restore(dataDir: string, file: string, now: number): Restored {
  if (!existsSync(file)) throw new PlainError(`There is no file ${file}.`)
  const hold = holdDataDir(dataDir)
  const incoming = join(dataDir, 'restoring.sqlite')
  try {
    rmSync(incoming, { force: true })
    // A copy is checked, so that what was checked is what is put in place. The backup itself stays as it is.
    copyFileSync(file, incoming)
    const checked = check(incoming)
    sync(incoming)
    const replaced = putAside(databaseFile(dataDir), join(dataDir, `replaced-${fileTime(now)}.sqlite`))
    renameSync(incoming, databaseFile(dataDir))
    sync(dataDir)
    return { ...checked, replaced, logThere: existsSync(erasuresFile(dataDir)) }
  } finally {
    // Looking into a file that is none of ours may have left some beside it.
    for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(incoming + ending, { force: true })
    hold.release()
  }
}

/** @throws PlainError where it is not a backup, or not whole, or from a newer Paraphe. */
function check(file: string): Pick<Restored, 'backupOf' | 'envelopes'> {
  const sqlite = new BetterSqlite(file, { readonly: true, fileMustExist: true })
  try {
    const value = (sql: string) => sqlite.prepare(sql).pluck().get()
    const names = sqlite.prepare('select name from kysely_migration').pluck().all() as string[]
    if (names.some((name) => !Object.hasOwn(MIGRATIONS, name)))
      throw new PlainError('This backup was made by a newer Paraphe. Bring Paraphe up to date, then restore it.')
    if (value('pragma integrity_check') !== 'ok') throw new PlainError('This backup is damaged. Nothing was changed.')
    const backupOf = value("select value from setting where name = 'backup-of'")
    if (typeof backupOf !== 'string') throw new PlainError(NO_BACKUP)
    return { backupOf, envelopes: value('select count(*) from envelope') as number }
  } catch (cause) {
    if (cause instanceof PlainError) throw cause
    const damaged = (cause as { code?: string }).code?.startsWith('SQLITE_CORRUPT')
    throw new PlainError(damaged ? 'This backup is damaged. Nothing was changed.' : NO_BACKUP, { cause })
  } finally {
    sqlite.close()
  }
}

const NO_BACKUP = 'This is not a backup that npm run backup has made. Nothing was changed.'

/**
 * A second name for what is there, untouched: SQLite would throw away the write-ahead log of a database that it cannot read. The
 * log may hold the last commits, and must not be found beside another database. Null where nothing is.
 */
function putAside(database: string, aside: string): string | null {
  const there = existsSync(database)
  if (there) secondName(database, aside)
  if (existsSync(`${database}-wal`)) renameSync(`${database}-wal`, `${aside}-wal`)
  rmSync(`${database}-shm`, { force: true })
  return there ? aside : null
}

function secondName(path: string, name: string): void {
  try {
    linkSync(path, name)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') throw cause
    // Not every file system knows links.
    copyFileSync(path, name, constants.COPYFILE_EXCL)
    sync(name)
  }
}

/** A moment as part of a file's name, on every file system. */
const fileTime = (now: number): string => new Date(now).toISOString().replace(/\.\d+/, '').replaceAll(':', '-')
