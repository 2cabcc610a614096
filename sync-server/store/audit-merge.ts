import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import type { Kysely } from 'kysely'
import type { Tables } from './schema.ts'

// A restored backup knows nothing of what was done since it was taken. The database that it took the place of still lies beside it
// (restore.ts), and the audit log goes on with what stands there.

/** The rows of a log as they were written, but for their number. */
const COLUMNS = ['entry', 'at', 'who', 'what', 'campaign', 'about', 'count'] as const

/** Adds what replaced databases in `dataDir` know and this one does not; returns how many entries. One that cannot be read is left out. */
export async function mergeAudit(db: Kysely<Tables>, dataDir: string): Promise<number> {
  const known = new Set((await db.selectFrom('audit').select('entry').execute()).map((it) => it.entry))
  const missing = readdirSync(dataDir)
    .filter((name) => /^replaced-.*\.sqlite$/.test(name))
    .flatMap((name) => entriesOf(join(dataDir, name)))
    .filter(({ entry }) => !known.has(entry) && known.add(entry))
  missing.sort((a, b) => a.at - b.at)
  await db.transaction().execute(async (trx) => {
    for (const row of missing) await trx.insertInto('audit').values(row).execute()
  })
  return missing.length
}

type Row = Record<'entry' | 'what', string> & { at: number } & Record<'who' | 'campaign' | 'about', string | null> & {
    count: number | null
  }

function entriesOf(file: string): Row[] {
  try {
    // Read only: it keeps its bytes, those of its write-ahead log too.
    const sqlite = new BetterSqlite(file, { fileMustExist: true, readonly: true })
    try {
      return sqlite.prepare(`select ${COLUMNS.join(', ')} from audit`).all() as Row[]
    } finally {
      sqlite.close()
    }
  } catch {
    // Damaged, which may be why a backup was restored, or older than the log.
    return []
  }
}
