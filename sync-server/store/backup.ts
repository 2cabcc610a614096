import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { PlainError } from '../plain-error.ts'
import { databaseFile } from './data-dir.ts'
import type { Sqlite } from './sqlite.ts'

export interface BackupMade {
  /** Those in quarantine and kept copies included. */
  envelopes: number
  bytes: number
}

/**
 * Writes a copy of the database in `dataDir` to `file`, whether or not a server is at work on it: one moment of it, whole, for
 * this account only. `VACUUM INTO` reads in a single transaction, which holds up nobody who writes, and copies what is there and
 * no page that was deleted. `file` is there only once the copy is on disk.
 * @throws PlainError where `file` exists or there is no database.
 */
export function backUp(dataDir: string, file: string, now: number): BackupMade {
  const from = databaseFile(dataDir)
  if (!existsSync(from)) throw new PlainError(`There is no database in ${dataDir}: nothing to back up.`)
  refuseToOverwrite(file)
  const partial = `${file}.${process.pid}.partial`
  try {
    copy(from, partial)
    const envelopes = inDatabase(partial, (sqlite) => {
      makeBackup(sqlite, now)
      return sqlite.prepare('select count(*) from envelope').pluck().get() as number
    })
    sync(partial)
    refuseToOverwrite(file)
    renameSync(partial, file)
    sync(dirname(file))
    return { envelopes, bytes: statSync(file).size }
  } finally {
    for (const left of [partial, `${partial}-journal`]) rmSync(left, { force: true })
  }
}

/**
 * Turns a copy of a database into a backup: without what only the running server should hold (sessions, the set-up link), and
 * with a mark, by which the server that opens it knows what it is.
 */
export function makeBackup(sqlite: Sqlite, now: number): void {
  sqlite.pragma('secure_delete = ON')
  for (const [sql, ...values] of [
    ['begin'],
    ['delete from session'],
    ["delete from setting where name = 'setup-token'"],
    ["insert or replace into setting (name, value) values ('backup-of', ?)", new Date(now).toISOString()],
    ['commit'],
  ] as [string, ...string[]][])
    sqlite.prepare(sql).run(values)
}

function copy(from: string, to: string): void {
  // For this account only, from its first byte on.
  closeSync(openSync(to, 'wx', 0o600))
  const sqlite = new BetterSqlite(from, { readonly: true, fileMustExist: true })
  try {
    // The copy inherits it while it is being written; without it, pages that are split leave stale copies of envelopes behind,
    // which no later withdrawal would find.
    sqlite.pragma('secure_delete = ON')
    sqlite.prepare('vacuum into ?').run(to)
  } finally {
    sqlite.close()
  }
}

function inDatabase<T>(file: string, work: (sqlite: BetterSqlite.Database) => T): T {
  const sqlite = new BetterSqlite(file, { fileMustExist: true })
  try {
    return work(sqlite)
  } finally {
    sqlite.close()
  }
}

function refuseToOverwrite(file: string): void {
  if (existsSync(file)) throw new PlainError(`${file} exists already. Give the backup a name of its own.`)
}

/** A file's bytes, or a folder's names, are on disk when this returns. */
export function sync(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
