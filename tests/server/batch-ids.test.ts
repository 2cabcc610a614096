import { rmSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CONSOLE_ROUTES, EnvelopePage } from '../../protocol/console-routes.ts'
import { QUARANTINE_ROUTES } from '../../protocol/quarantine-routes.ts'
import { type Keys, sealed } from './campaign.fixture.ts'
import { call, logIn, newFolder, openForSigning, type Running, sendBatch, start } from './running.fixture.ts'

// A sealed page says in which batch an envelope came, so that the manifest of an export can name the batches.

let running: Running
let keys: Keys
let dataDir: string
const parameters = { campaign: 'droits-2024' }

beforeEach(async () => {
  dataDir = newFolder()
  running = await start({ dataDir, limits: { atOnce: 3, fromOneAddress: 20 } })
  keys = await openForSigning(running)
})
afterEach(async () => {
  await running.stop()
  rmSync(dataDir, { recursive: true })
})

const some = (many: number) => Promise.all(Array.from({ length: many }, () => sealed(keys.sealingKey)))
async function batchesByEnvelope(cookie?: string): Promise<Record<string, string | undefined>> {
  cookie ??= (await logIn(running)).cookie
  const answer = await call(running, CONSOLE_ROUTES.envelopes, { parameters, headers: { cookie } })
  return Object.fromEntries(EnvelopePage.parse(answer.json()).items.map((it) => [it.envelope.id, it.batch]))
}

test('each envelope keeps the batch that brought it first, whatever brings it again', async () => {
  const [a, b, c] = await some(3)
  const { batch: first } = await sendBatch(running, [a, b])
  const { batch: second } = await sendBatch(running, [b, c])
  expect(await batchesByEnvelope()).toEqual({
    [a?.id ?? '']: first,
    [b?.id ?? '']: first,
    [c?.id ?? '']: second,
  })
})

test('what is released from quarantine came in the batch in which it waited', async () => {
  const { batch } = await sendBatch(running, await some(4))
  const { cookie } = await logIn(running)
  const held = (await call(running, QUARANTINE_ROUTES.quarantine, { parameters, headers: { cookie } })).json()
  const body = { sender: held.groups[0].sender, act: 'release' }
  await call(running, QUARANTINE_ROUTES.decide, { parameters, headers: { cookie }, body })
  expect(Object.values(await batchesByEnvelope(cookie))).toEqual([batch, batch, batch, batch])
})

test('of what came before batches were kept, no batch is told', async () => {
  const [early, late] = await some(2)
  await sendBatch(running, [early])
  await running.stop()
  const sqlite = new BetterSqlite(join(dataDir, 'paraphe.sqlite'))
  sqlite.exec(`alter table envelope drop column batch; delete from kysely_migration where name = '0011-batches'`)
  sqlite.close()
  running = await start({ dataDir })
  const { batch } = await sendBatch(running, [late])
  expect(await batchesByEnvelope()).toEqual({ [early?.id ?? '']: undefined, [late?.id ?? '']: batch })
})
