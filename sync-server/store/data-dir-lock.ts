import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { PlainError } from '../plain-error.ts'

/** The one before may still be closing. */
const WAIT_MS = 2000

export interface Hold {
  release(): void
}

/**
 * Makes `dataDir` (for this account only) and holds it for this process alone, until it releases it or dies. Node has no file
 * locks; SQLite has, and the kernel takes them back from a process that was killed: an exclusive transaction on a file of its own.
 * @throws PlainError where another process holds it.
 */
export function holdDataDir(dataDir: string, waitMs = WAIT_MS): Hold {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const sqlite = new BetterSqlite(join(dataDir, 'lock.sqlite'), { timeout: waitMs })
  try {
    sqlite.exec('begin exclusive')
  } catch (cause) {
    sqlite.close()
    if ((cause as { code?: string }).code !== 'SQLITE_BUSY') throw cause
    throw new PlainError(
      `Another Paraphe is at work on ${dataDir}. Stop it first, or set DATA_DIR to a folder of its own.`,
    )
  }
  return { release: () => void sqlite.close() }
}
