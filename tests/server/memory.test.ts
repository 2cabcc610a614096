import BetterSqlite from 'better-sqlite3'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { newUuid } from '../../protocol/ids.ts'
import { deviceApi } from '../../sync-server/device-api.ts'
import { LIGHT } from '../../sync-server/price.ts'
import type { ErasureLog, LogEntry } from '../../sync-server/store/erasure-log.ts'
import { openStore } from '../../sync-server/store/open-store.ts'
import { migrate, openSqlite } from '../../sync-server/store/sqlite.ts'
import { content, newKeys, sealed } from './campaign.fixture.ts'
import { proofFor } from './proof.fixture.ts'
import { batchOf } from './signed.fixture.ts'

// The store and what devices call, without a file, a port or a built client: the simulation stands on this.

async function migratedTemplate(): Promise<Buffer> {
  const sqlite = new BetterSqlite(':memory:')
  const database = openSqlite(sqlite)
  await migrate(database)
  const template = sqlite.serialize()
  await database.close()
  return template
}

function memoryLog(entries: LogEntry[] = []): ErasureLog & { entries: LogEntry[] } {
  return {
    entries,
    content: { found: entries.length > 0, entries: [...entries], damaged: [] },
    append: async (entry) => void entries.push(entry),
    check: async () => ({ writable: true, freeBytes: Number.MAX_SAFE_INTEGER }),
    close: async () => {},
  }
}

test('a server runs on a copy of a migrated database in memory', async () => {
  const database = openSqlite(new BetterSqlite(await migratedTemplate()))
  const store = await openStore({ database, erasures: memoryLog() })
  await store.addSamplesOnce([content()])
  const { root, sealingKey } = await newKeys()
  await store.publishKey(root, sealingKey)
  const app = fastify()
  await app.register(deviceApi, { store, price: LIGHT })
  const batch = batchOf([await sealed(sealingKey), { id: newUuid() }])
  const payload = JSON.stringify(batch)
  const headers = { 'content-type': 'application/json', ...(await proofFor(app, payload)) }
  const answer = await app.inject({ method: 'PUT', url: `/api/v1/batches/${batch.batchId}`, payload, headers })
  expect(answer.json().verdicts.map((it: { verdict: string }) => it.verdict)).toEqual(['stored', 'refused'])
  await app.close()
  await store.close()
})
