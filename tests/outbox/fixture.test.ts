import 'fake-indexeddb/auto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { DeviceSignature } from '../../protocol/device.ts'
import { type Envelope, envelopeHash } from '../../protocol/envelope.ts'
import { newUuid } from '../../protocol/ids.ts'
import { importOpeningKey, open, rawPublicKey } from '../../protocol/opening.ts'
import { newRoot } from '../../protocol/root.ts'
import { openStorage } from '../../src/outbox/db.ts'
import { storedSigner } from '../../src/outbox/device-key.ts'
import { signatureHeaders } from '../../src/outbox/finished-batch.ts'
import { createQueue } from '../../src/outbox/queue.ts'
import { teamTally } from '../../src/outbox/team-tally.ts'
import { keepWithdrawal } from '../../src/outbox/withdrawals.ts'
import { verifyDevice } from '../../sync-server/device-signature.ts'
import vectors from '../vectors/envelope-v1.json' with { type: 'json' }
import { type DatabaseDump, dumpDatabase, restoreDatabase } from './fixtures/database-dump.ts'
import { frozen } from './fixtures/keys-as-json.ts'
import { answer, NOON } from './samples.ts'

// Databases as devices in the field have them. A fixture is never made again: when the schema grows, a new one joins these
// (WRITE_OUTBOX_FIXTURE=1 npx vitest run tests/outbox/fixture.test.ts) and all of them must open for ever.
const NEWEST = 3
const fileOf = (version: number) => new URL(`./fixtures/schema-${version}.json`, import.meta.url)

/** A receipt's code that no envelope here has. */
const CODE = '0123456789ABCDEFGHJKMNPQRS'

/** A tablet as it is enrolled; its key pair is made when the fixture is written. */
const TABLET = {
  device: '0b7e1d5e-3f0c-4c8e-9d3b-5a1f6c2e7d90',
  tablet: 2,
  root: vectors.sealingKey.root,
  stand: {
    id: 'gare',
    campaign: 'ecrire',
    name: 'Gare',
    place: 'Lomé',
    from: '2026-11-20',
    to: '2026-12-10',
    petitions: ['joel-paredes'],
  },
}

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
  await keepWithdrawal(storage, 'ecrire-pour-les-droits-2024', CODE)
  const pair = await newRoot()
  const key = await rawPublicKey(pair.publicKey)
  await storage.write(async (tx) => {
    await tx.putNote('enrolled', { ...TABLET, key, pair })
    await tx.putNote('pin', { salt: 'c2FsdA', hash: 'aGFzaA', rounds: 600_000, failures: 2, failedAt: NOON })
    await tx.putNote('checked', { at: NOON, day: '2026-11-22', passed: true })
    await tx.putTeamDay({ stand: 'ecrire/gare', day: '2026-11-22', hours: { 'joel-paredes': [0, 3] } })
  })
  storage.close()
}

it.runIf(process.env.WRITE_OUTBOX_FIXTURE)('writes the newest schema as a fixture, once', async () => {
  expect(existsSync(fileOf(NEWEST))).toBe(false)
  const name = newUuid()
  await fill(name)
  writeFileSync(fileOf(NEWEST), `${JSON.stringify(await frozen(await dumpDatabase(name)), null, 2)}\n`)
})

describe.each([[1], [2], [3]])('an outbox that a device filled under schema %i', (version) => {
  const opened = async () => {
    const name = newUuid()
    await restoreDatabase(name, JSON.parse(readFileSync(fileOf(version), 'utf8')) as DatabaseDump)
    const storage = openStorage(name)
    return { storage, queue: createQueue({ storage }) }
  }

  it('still has what was withdrawn there', async () => {
    const { storage, queue } = await opened()
    const waiting = await storage.read((tx) => tx.withdrawals('waiting', 10))
    expect(waiting.map((it) => it.code)).toEqual(version < 2 ? [] : [CODE])
    expect(await queue.errands()).toEqual({ withdraw: version >= 2, ask: false, keeps: true })
  })

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

  it('is the tablet that it was enrolled as, and speaks with its own key', async () => {
    const { storage } = await opened()
    const signer = await storedSigner(storage)()
    const enrolled = await storage.read((tx) => tx.note('enrolled'))
    if (version < 3) return expect([signer, enrolled]).toEqual([null, null])
    expect(enrolled).toMatchObject(TABLET)
    const bytes = new Uint8Array([1, 2, 3])
    const headers = { ...signatureHeaders({ ...signer, signature: await signer?.sign(bytes) } as DeviceSignature) }
    expect(verifyDevice(headers, TABLET.device, bytes)).toMatchObject({ key: enrolled?.key })
    expect(enrolled?.pair.privateKey.extractable).toBe(false)
    expect(await storage.read((tx) => tx.note('pin'))).toMatchObject({ failures: 2, failedAt: NOON })
    expect(await storage.read((tx) => tx.note('checked'))).toEqual({ at: NOON, day: '2026-11-22', passed: true })
    const days = await storage.read((tx) => tx.teamDays())
    expect(teamTally(days, 'ecrire/gare', '2026-11-22').total).toEqual({ 'joel-paredes': 3 })
  })
})
