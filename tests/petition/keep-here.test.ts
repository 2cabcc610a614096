import 'fake-indexeddb/auto'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Batch, Verdict } from '../../protocol/batch.ts'
import type { Campaign } from '../../protocol/campaign.ts'
import type { Envelope } from '../../protocol/envelope.ts'
import { newUuid } from '../../protocol/ids.ts'
import { newSealingPair, rawPublicKey } from '../../protocol/opening.ts'
import { CHALLENGE } from '../../protocol/proof.ts'
import { newRoot, signSealingKey } from '../../protocol/root.ts'
import { keyIdOf } from '../../protocol/sealing-key.ts'
import { emptyFields, type SignFields } from '../../src/petition/sign.ts'
import { idbFaults } from '../outbox/idb-faults.ts'
import { openCampaign } from './campaign.fixture.ts'

// Promise 1: signed is saved. From the filled form to the word that lets the thank-you appear, with a browser's storage, its
// refusals, and a server that says one thing or another.

let campaign: Campaign
let faults: ReturnType<typeof idbFaults>
let asked: Envelope[]
let published: () => Response | Promise<Response>
let server: (sent: Envelope) => Response | Promise<Response>

const EPOCH = newUuid()

/** As an older server answers, which wants no proof of work. */
const noChallenge = () => Response.json({ reason: 'not-found' }, { status: 404 })

/** Packed or not, as a server reads it. */
const readBody = (body: Uint8Array): unknown =>
  JSON.parse(new TextDecoder().decode(body[0] === 0x1f ? gunzipSync(body) : body))

const verdict = (word: Pick<Verdict, 'verdict'> & { reason?: string }) => (sent: Envelope) =>
  Response.json({ epoch: EPOCH, accepted: 0, verdicts: [{ index: 0, id: sent.id, ...word }] })

beforeAll(async () => {
  campaign = await openCampaign()
})
beforeEach(() => {
  faults = idbFaults()
  asked = []
  server = () => Promise.reject(new TypeError('Failed to fetch'))
  published = () => Promise.reject(new TypeError('Failed to fetch'))
  vi.stubGlobal('fetch', async (path: string, { body }: { body: Uint8Array }) => {
    if (path.startsWith('/api/v1/campaigns/')) return published()
    if (path.startsWith(CHALLENGE.path)) return noChallenge()
    const { items } = readBody(body) as Batch
    const { envelope } = items[0] as { envelope: Envelope }
    asked.push(envelope)
    return server(envelope)
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const fields = (change: Partial<SignFields> = {}): SignFields => ({
  ...emptyFields(campaign, ['joel-paredes']),
  firstName: 'Afi',
  lastName: 'Mensah',
  phone: '90 12 34 56',
  agreed: ['sign'],
  ...change,
})

/** A page as it has just been loaded, on this browser's storage. */
async function newPage(online = true) {
  vi.stubGlobal('navigator', { onLine: online, connection: { effectiveType: '4g' } })
  vi.resetModules()
  const { follow, keepHere, openSitting } = await import('../../src/petition/keep-here.ts')
  const { drainHere } = await import('../../src/outbox/page-drain.ts')
  const { stateOf, tally } = await import('../../src/outbox/this-device.ts')
  const sitting = openSitting()
  const sending = vi.fn()
  const sign = (change: Partial<SignFields> = {}, of = campaign) => keepHere(sitting, fields(change), of, 'fr', sending)
  return { drainHere, follow, sign, sending, sitting, stateOf, tally }
}

describe('signed is saved', () => {
  test('on this device, before the word for the thank-you is given, and nothing is sent for it', async () => {
    const { sign, sending, tally } = await newPage()
    const { captured } = await tally()
    const outcome = await sign()
    expect(outcome).toMatchObject({ kept: 'here', receipt: expect.stringMatching(/^[0-9A-Z]{4}(-[0-9A-Z]{3,4}){6}$/) })
    expect((await tally()).captured).toBe(captured + 1)
    expect(sending).not.toHaveBeenCalled()
    expect(asked).toEqual([])
  })

  test('once, however often the button is pressed', async () => {
    const { sign, tally } = await newPage()
    const { captured } = await tally()
    expect(await sign()).toEqual(await sign())
    expect((await tally()).captured).toBe(captured + 1)
  })

  test('or not thanked for: no room, no network', async () => {
    const { sign, sitting, tally } = await newPage(false)
    await sign()
    const { captured } = await tally()
    Object.assign(sitting, { id: newUuid(), sealed: null })
    faults.abortNextWrite('QuotaExceededError')
    expect(await sign()).toEqual({ failed: 'storage-offline', problem: 'quota' })
    expect((await tally()).captured).toBe(captured)
    expect(asked).toEqual([])
    // There is room again, and the form was still filled.
    expect(await sign()).toMatchObject({ kept: 'here', id: sitting.id })
    expect((await tally()).captured).toBe(captured + 1)
  })
})

/** The server's word on each envelope of a batch; null is silence. */
const answering = (word: (id: string) => object | null) =>
  vi.stubGlobal('fetch', async (path: string, { body }: { body: Uint8Array }) => {
    if (path.startsWith(CHALLENGE.path)) return noChallenge()
    const { items } = readBody(body) as { items: { envelope: Envelope }[] }
    const verdicts = items.flatMap(({ envelope: { id } }, index) => {
      const said = word(id)
      return said ? [{ index, id, ...said }] : []
    })
    return Response.json({ epoch: EPOCH, accepted: 0, verdicts })
  })
const stored = { verdict: 'stored' }

describe('signed again with other fields, because the first try seemed to fail', () => {
  test('is the same signature while it waits: one entry, one id, what was typed last', async () => {
    const { sign, sitting, tally } = await newPage()
    const { captured } = await tally()
    const first = await sign()
    const before = sitting.sealed?.envelope
    expect(await sign({ firstName: 'Afia' })).toEqual(first)
    expect(sitting.sealed?.envelope.id).toBe(before?.id)
    expect(sitting.sealed?.envelope.sealed).not.toBe(before?.sealed)
    expect((await tally()).captured).toBe(captured + 1)
  })

  test('gets an id of its own, and the same receipt, where the first has arrived', async () => {
    const { drainHere, sign, stateOf, tally } = await newPage()
    const { captured } = await tally()
    const first = await sign()
    if ('failed' in first) throw new Error(first.failed)
    answering(() => stored)
    await drainHere('now')
    expect(await stateOf(first.id)).toBe('accepted')
    const second = await sign({ firstName: 'Afia' })
    if ('failed' in second) throw new Error(second.failed)
    expect(second).toEqual({ kept: 'here', id: expect.not.stringMatching(first.id), receipt: first.receipt })
    expect(await stateOf(second.id)).toBe('waiting')
    expect(await sign({ firstName: 'Afia' })).toEqual(second)
    expect((await tally()).captured).toBe(captured + 2)
  })
})

describe('where a kept signature is', () => {
  test('comes from itself: arrived, here or not taken, whatever the others do; nothing where it is gone', async () => {
    const { drainHere, follow, sign, sitting } = await newPage()
    const ids = [newUuid(), newUuid(), newUuid()]
    for (const id of ids) {
      Object.assign(sitting, { id, sealed: null })
      expect(await sign()).toMatchObject({ kept: 'here', id })
    }
    const told = new Map<string, string>()
    const ends = [...ids, 'gone'].map((id) => follow(id, (where) => told.set(id, where)))
    await expect.poll(() => ids.map((id) => told.get(id))).toEqual(['here', 'here', 'here'])
    const refused = { verdict: 'refused', reason: 'unknown-key' }
    answering((id) => (id === ids[1] ? null : id === ids[2] ? refused : stored))
    await drainHere('now')
    await expect.poll(() => ids.map((id) => told.get(id))).toEqual(['arrived', 'here', 'not-taken'])
    answering(() => stored)
    await drainHere('now')
    await expect.poll(() => told.get(ids[1] as string)).toBe('arrived')
    expect(told.has('gone')).toBe(false)
    for (const end of ends) end()
  })
})

describe('where the browser refuses storage', () => {
  const refusing = async (online = true) => {
    const page = await newPage(online)
    faults.refuseOpen('SecurityError')
    return page
  }

  test('offline, it says that it cannot keep the signature, and sends nothing', async () => {
    const { sign } = await refusing(false)
    expect(await sign()).toEqual({ failed: 'storage-offline', problem: 'cannot-open' })
    expect(asked).toEqual([])
  })

  test.each(['stored', 'duplicate', 'conflict'] as const)('online, it waits for the server’s "%s"', async (word) => {
    const { sign, sending, sitting } = await refusing()
    let answer: () => void = () => {}
    server = (sent) => new Promise((resolve) => (answer = () => resolve(verdict({ verdict: word })(sent))))
    let outcome: unknown = null
    const signing = sign().then((it) => (outcome = it))
    await expect.poll(() => asked.length).toBe(1)
    expect(sending).toHaveBeenCalledOnce()
    expect(outcome).toBeNull()
    answer()
    await signing
    expect(outcome).toMatchObject({ kept: 'there', id: sitting.id })
  })

  test.each([
    ['a captive portal', () => new Response('<h1>Wifi</h1>', { headers: { 'content-type': 'text/html' } })],
    ['no network after all', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['an answer that does not name it', () => Response.json({ epoch: EPOCH, accepted: 0, verdicts: [] })],
  ])('it does not thank for %s, and the same envelope goes again', async (_, says) => {
    const { sign } = await refusing()
    server = says
    expect(await sign()).toEqual({ failed: 'storage-online', problem: 'cannot-open' })
    server = verdict({ verdict: 'stored' })
    expect(await sign()).toMatchObject({ kept: 'there' })
    expect(asked[1]).toEqual(asked[0])
  })

  test('it does not thank for a refusal', async () => {
    const { sign } = await refusing()
    server = verdict({ verdict: 'refused', reason: 'unknown-key' })
    expect(await sign()).toEqual({ failed: 'refused', problem: 'cannot-open' })
  })
})

describe('the key', () => {
  test('of another root than this device knows seals nothing', async () => {
    const { sign, tally } = await newPage()
    const { captured } = await tally()
    const foreign = { ...(await openCampaign()), id: campaign.id }
    expect(await sign({}, foreign)).toEqual({ failed: 'wrong-key' })
    expect((await tally()).captured).toBe(captured)
    expect(asked).toEqual([])
  })

  test('that an old page brings is not used; the newer one is asked for, again where there was no network', async () => {
    const root = await newRoot()
    const withKey = async (serial: number): Promise<Campaign> => {
      const publicKey = await rawPublicKey((await newSealingPair()).publicKey)
      const id = (await keyIdOf(publicKey)) as string
      const key = { campaign: 'with-two-keys', id, publicKey, serial, validFrom: '2026-01-10T08:00:00.000Z' }
      return {
        ...campaign,
        id: 'with-two-keys',
        root: await rawPublicKey(root.publicKey),
        sealingKey: await signSealingKey(key, root.privateKey),
      }
    }
    const [older, newer] = [await withKey(1), await withKey(2)]
    expect(await (await newPage()).sign({}, newer)).toMatchObject({ kept: 'here' })

    const { sign, sitting } = await newPage()
    expect(await sign({}, older)).toEqual({ failed: 'wrong-key' })
    published = () => Response.json(newer)
    expect(await sign({}, older)).toMatchObject({ kept: 'here' })
    expect(sitting.sealed?.envelope.key).toBe(newer.sealingKey?.id)
  })
})
