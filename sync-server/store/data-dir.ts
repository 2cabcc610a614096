import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { mergeAudit } from './audit-merge.ts'
import { holdDataDir } from './data-dir-lock.ts'
import { type ErasureLog, openErasureLog } from './erasure-log.ts'
import { readSetting } from './settings.ts'
import { type Database, migrate, openSqlite } from './sqlite.ts'

// The folder where a server keeps everything.

export const databaseFile = (dataDir: string): string => join(dataDir, 'paraphe.sqlite')
export const erasuresFile = (dataDir: string): string => join(dataDir, 'erasures.log')

export interface DataDir {
  database: Database
  erasures: ErasureLog
}

/**
 * Opens (or makes) the files in `dataDir`; the database has the newest schema then. Closing the database lets go of the folder.
 * @throws PlainError where another process is at work there, or a newer Paraphe was.
 */
export async function openDataDir(dataDir: string): Promise<DataDir> {
  const hold = holdDataDir(dataDir)
  try {
    const database = openSqlite(new BetterSqlite(databaseFile(dataDir)))
    try {
      await migrate(database)
      if ((await readSetting(database.db, 'backup-of')) !== null) await mergeAudit(database.db, dataDir)
      const erasures = await openErasureLog(erasuresFile(dataDir))
      return { database: { ...database, close: () => database.close().finally(hold.release) }, erasures }
    } catch (cause) {
      await database.close()
      throw cause
    }
  } catch (cause) {
    hold.release()
    throw cause
  }
}
