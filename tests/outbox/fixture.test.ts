import 'fake-indexeddb/auto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Envelope, envelopeHash } from '../../protocol/envelope.ts'
import { newUuid } from '../../protocol/ids.ts'
import { importOpeningKey, open } from '../../protocol/seal.ts'
import { openStorage } from '../../src/outbox/db.ts'
import { createQueue } from '../../src/outbox/queue.ts'
import vectors from '../vectors/envelope-v1.json' with { type: 'json' }
import { type DatabaseDump, dumpDatabase, restoreDatabase } from './fixtures/database-dump.ts'
import { answer, NOON } from './samples.ts'

// Databases as devices in the field have them. A fixture is never made again: when the schema grows, a new one joins these
// (WRITE_OUTBOX_FIXTURE=1 npx vitest run tests/outbox/fixture.test.ts) and all of them must open for ever.
const NEWEST = 1
const fileOf = (version: number) => new URL(`./fixtures/schema-${version}.json`, import.meta.url)

const envelopes = vectors.envelopes.map((it) => it.envelope) as Envelope[]

/** One entry in each state, and at least one waiting. */
async function fill(name: string): Promise<void> {
  const storage = openStorage(name)
  const queue = createQueue({ storage })
  for (const envelope of envelopes) await queue.keep(envelope)
  const [stored, refused, withdrawn] = envelopes.map((it) => it.id) as [string, string, string]
  const verdicts = [
    { index: 0, id: stored, verdict: 'stored' as const },
    { index: 1, id: refused, verdict: 'refused' as const, reason: 'unknown-petition' as const },
    { index: 2, id: withdrawn, verdict: 'withdrawn' as const },
  ]
  const sent = await Promise.all(envelopes.slice(0, 3).map(async (it) => ({ id: it.id, hash: await envelopeHash(it) })))
  await queue.settle(answer(verdicts), sent, NOON)
  await queue.writePin('ecrire-pour-les-droits-2024', { root: vectors.sealingKey.root, serial: 1 })
  await queue.remember({ failures: 2, backOff: { from: NOON, until: NOON + 9000, why: 'network' }, cap: 50 })
  storage.close()
}

it.runIf(process.env.WRITE_OUTBOX_FIXTURE)('writes the newest schema as a fixture, once', async () => {
  expect(existsSync(fileOf(NEWEST))).toBe(false)
  const name = newUuid()
  await fill(name)
  writeFileSync(fileOf(NEWEST), `${JSON.stringify(await dumpDatabase(name), null, 2)}\n`)
})

describe.each([[1]])('an outbox that a device filled under schema %i', (version) => {
  const opened = async () => {
    const name = newUuid()
    await restoreDatabase(name, JSON.parse(readFileSync(fileOf(version), 'utf8')) as DatabaseDump)
    const storage = openStorage(name)
    return { storage, queue: createQueue({ storage }) }
  }

  it('opens with nothing lost', async () => {
    const { queue } = await opened()
    const tally = await queue.tally()
    expect(tally).toEqual({ captured: 5, waiting: 2, accepted: 1, refused: 1, withdrawn: 1, lastSeq: 5 })
    expect(await queue.readPin('ecrire-pour-les-droits-2024')).toEqual({ root: vectors.sealingKey.root, serial: 1 })
    expect(await queue.memory()).toMatchObject({ failures: 2, cap: 50, lastContact: NOON, restored: false })
    expect(await queue.refused()).toMatchObject([{ id: envelopes[1]?.id, reason: 'unknown-petition' }])
  })

  it('still sends what waited, and the coordinators can open it', async () => {
    const { queue } = await opened()
    const batch = await queue.nextBatch({ items: 200, bytes: 240 * 1024 })
    expect(batch?.entries.map((it) => it.id)).toEqual(envelopes.slice(3).map((it) => it.id))
    const key = await importOpeningKey(vectors.sealingKey.private as JsonWebKey)
    for (const entry of batch?.entries ?? [])
      expect(await open(JSON.parse(entry.text) as Envelope, key)).toMatchObject({ kind: expect.any(String) })
  })

  it('goes on counting where it stopped', async () => {
    const { queue } = await opened()
    const id = newUuid()
    expect(await queue.keep({ ...(envelopes[0] as Envelope), id })).toEqual({ seq: 6 })
  })
})
