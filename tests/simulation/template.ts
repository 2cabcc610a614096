import BetterSqlite from 'better-sqlite3'
import type { LogEntry } from '../../sync-server/store/erasure-log.ts'
import { openStore } from '../../sync-server/store/open-store.ts'
import { migrate, openSqlite } from '../../sync-server/store/sqlite.ts'
import { content } from '../server/campaign.fixture.ts'
import { memoryLog } from './erasures.ts'
import type { Pool } from './pool.ts'

/** A server on its first day: every run begins with a copy. */
export interface FirstDay {
  bytes: Buffer
  log: LogEntry[]
}

export async function firstDay(pool: Pool, now: number): Promise<FirstDay> {
  const log: LogEntry[] = []
  const sqlite = new BetterSqlite(':memory:')
  const database = openSqlite(sqlite)
  await migrate(database)
  const store = await openStore({ database, erasures: memoryLog(log), now: () => now })
  await store.addSamplesOnce([content()])
  await store.publishKey(pool.keys.root, pool.keys.sealingKey)
  const bytes = sqlite.serialize()
  const first = { bytes, log: [...log] }
  await store.close()
  return first
}
