import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Contact } from '../../protocol/batch.ts'
import { type HeldAct, type HeldSender, QUARANTINE_ROUTES, type Quarantine } from '../../protocol/quarantine-routes.ts'
import { newReceiptCode, withdrawTag } from '../../protocol/receipt.ts'
import { doubtOf, LIMITS } from '../../sync-server/plausible.ts'
import { type Keys, sealed } from './campaign.fixture.ts'
import { put, sendAs } from './device.fixture.ts'
import { proofFor } from './proof.fixture.ts'
import {
  call,
  countsOf,
  type Envelope,
  logIn,
  openForSigning,
  type Running,
  start,
  verdictsOf,
} from './running.fixture.ts'
import { batchOf, newDevice, senderOf } from './signed.fixture.ts'
import { draft } from './stands.fixture.ts'

const CAMPAIGN = 'droits-2024'

let running: Running
let keys: Keys
let cookie: string

beforeEach(async () => {
  running = await start({ limits: { atOnce: 3, fromOneAddress: 20 } })
  keys = await openForSigning(running)
  cookie = (await logIn(running)).cookie
})
afterEach(() => running.stop())

const some = (many: number, change: Parameters<typeof sealed>[1] = {}) =>
  Promise.all(Array.from({ length: many }, () => sealed(keys.sealingKey, change)))
const counted = async () => (await countsOf(running)).awa
const look = async (): Promise<Quarantine> =>
  (
    await call(running, QUARANTINE_ROUTES.quarantine, { parameters: { campaign: CAMPAIGN }, headers: { cookie } })
  ).json()
const figures = async () => (await look()).groups.map((it) => [it.reason, it.waiting, it.discarded, it.released])
async function decide(act: HeldAct, sender?: HeldSender): Promise<number> {
  const of = sender ?? (await look()).groups[0]?.sender
  const answer = await call(running, QUARANTINE_ROUTES.decide, {
    parameters: { campaign: CAMPAIGN },
    headers: { cookie },
    body: { sender: of, act },
  })
  return answer.json().moved
}

describe('what no phone sends by hand', () => {
  const said = (change: Partial<Contact> = {}) => ({
    contact: { captured: 3, waiting: 2, refused: 0, withdrawn: 0, lastSeq: 3, ...change },
    seqs: [2, 3],
    before: 0,
  })

  test('a phone that sends what it says has nothing odd about it', () => {
    expect(doubtOf(said())).toBeNull()
    expect(doubtOf(said({ waiting: 0, refused: 2 }))).toBeNull()
  })

  test.each([
    ['more than it says that it has', { waiting: 1 }],
    ['more than it ever captured', { captured: 1 }],
    ['numbers that it has not given yet', { lastSeq: 2 }],
  ])('%s', (_, change) => {
    expect(doubtOf(said(change))).toBe('counts-disagree')
  })

  test('more at once, or from one address in an hour, than people come to', () => {
    const many = (n: number, before = 0) => {
      const seqs = Array.from({ length: n }, (_, i) => i + 1)
      return doubtOf({ contact: { captured: n, waiting: n, refused: 0, withdrawn: 0, lastSeq: n }, seqs, before })
    }
    expect([many(LIMITS.atOnce), many(LIMITS.atOnce + 1)]).toEqual([null, 'many-at-once'])
    expect([many(1, LIMITS.fromOneAddress - 1), many(1, LIMITS.fromOneAddress)]).toEqual([null, 'flood'])
  })
})

describe('a phone’s odd batch', () => {
  test('is answered as any other, and waits', async () => {
    const odd = await some(4)
    expect(await verdictsOf(running, odd)).toEqual(Array(4).fill('stored'))
    expect(await verdictsOf(running, odd)).toEqual(Array(4).fill('duplicate'))
    expect(await counted()).toBe(0)
    const [group] = (await look()).groups
    const at = new Date(running.clock.now).toISOString()
    expect(group).toEqual({
      sender: { day: '2026-11-22', reason: 'many-at-once' },
      reason: 'many-at-once',
      waiting: 4,
      discarded: 0,
      released: 0,
      since: at,
      until: at,
    })
  })

  test('is told apart by reason and day', async () => {
    await verdictsOf(running, await some(4))
    running.clock.now += 11 * 3600_000
    await verdictsOf(running, await some(5))
    running.clock.now += 1000
    const batch = { ...batchOf(await some(1)), contact: { ...batchOf([]).contact, lastSeq: 1 } }
    const text = JSON.stringify(batch)
    expect((await put(running, text, await proofFor(running.app, text))).statusCode).toBe(200)
    running.clock.now += 1000
    for (let i = 0; i < 18; i++) await verdictsOf(running, await some(1))
    expect(await figures()).toEqual([
      ['many-at-once', 4, 0, 0],
      ['many-at-once', 5, 0, 0],
      ['counts-disagree', 1, 0, 0],
      ['flood', 4, 0, 0],
    ])
    expect(await counted()).toBe(14)
  })

  test('does not fill the quarantine up for unknown devices', async () => {
    const small = await start({ limits: LIMITS, quarantineLimit: 1500 })
    const theirs = await openForSigning(small)
    const many = await Promise.all(Array.from({ length: 41 }, () => sealed(theirs.sealingKey)))
    expect(await verdictsOf(small, many)).toEqual(Array(41).fill('stored'))
    const one = await sendAs(small, await newDevice(), [await sealed(theirs.sealingKey)])
    expect(one.verdicts).toEqual(['stored'])
    await small.stop()
  })

  test('counts when the same envelopes come in a way that is not odd', async () => {
    const odd = await some(4)
    await verdictsOf(running, odd)
    await verdictsOf(running, odd.slice(0, 2))
    expect(await counted()).toBe(2)
    expect(await figures()).toEqual([['many-at-once', 2, 0, 0]])
  })
})

describe('a coordinator decides', () => {
  let odd: Envelope[]
  beforeEach(async () => {
    odd = await some(4)
    await verdictsOf(running, odd)
  })

  test('released, they count from then on; taken back, they wait again', async () => {
    expect(await decide('release')).toBe(4)
    expect([await counted(), await figures()]).toEqual([4, [['many-at-once', 0, 0, 4]]])
    expect(await decide('release')).toBe(0)
    expect(await decide('hold')).toBe(4)
    expect([await counted(), await figures()]).toEqual([0, [['many-at-once', 4, 0, 0]]])
    expect(await decide('release')).toBe(4)
    expect(await counted()).toBe(4)
  })

  test('set aside, they stay aside whoever sends them again, until they are brought back', async () => {
    expect(await decide('discard')).toBe(4)
    expect(await figures()).toEqual([['many-at-once', 0, 4, 0]])
    expect(await decide('release')).toBe(0)
    const tablet = await newDevice()
    await running.store.enrolDevice(senderOf(tablet))
    expect(await verdictsOf(running, odd.slice(0, 2))).toEqual(['duplicate', 'duplicate'])
    expect((await sendAs(running, tablet, odd.slice(0, 2))).verdicts).toEqual(['duplicate', 'duplicate'])
    expect(await counted()).toBe(0)
    expect(await decide('restore')).toBe(4)
    expect(await decide('release')).toBe(4)
    expect(await counted()).toBe(4)
  })

  test('what a signer withdrew is gone whatever was decided', async () => {
    const code = newReceiptCode()
    await verdictsOf(running, await some(4, { code }))
    await decide('discard')
    await running.store.withdraw(CAMPAIGN, await withdrawTag(CAMPAIGN, code))
    expect(await figures()).toEqual([['many-at-once', 0, 4, 0]])
    await decide('restore')
    await decide('release')
    expect(await counted()).toBe(4)
  })

  test('an unknown tablet’s are decided apart, and trust in it does not bring back what was set aside', async () => {
    const stranger = await newDevice()
    const sender = { device: stranger.id, key: stranger.key }
    await sendAs(running, stranger, await some(2))
    expect(await decide('discard', sender)).toBe(2)
    await sendAs(running, stranger, await some(1), { seqs: [3] })
    const stand = await running.store.makeStand(CAMPAIGN, draft())
    if (typeof stand === 'string') throw new Error(stand)
    expect(await running.store.trustDevice(CAMPAIGN, stand.stand.id, senderOf(stranger))).toMatchObject({ released: 1 })
    expect(await counted()).toBe(1)
    expect(await figures()).toEqual([
      ['many-at-once', 4, 0, 0],
      ['unknown-device', 0, 2, 0],
    ])
  })

  test('other bytes under one id are told as a number', async () => {
    const [one] = odd as [Envelope]
    const other = await sealed(keys.sealingKey, { id: one.id })
    const [a, b] = await some(2)
    await verdictsOf(
      running,
      [other, a, b].filter((it) => it !== undefined),
    )
    await verdictsOf(running, [await sealed(keys.sealingKey, { id: one.id })])
    expect((await look()).copies).toBe(1)
  })

  test('nothing of a campaign that is gone or was destroyed', async () => {
    const ask = async (campaign: string) =>
      (
        await call(running, QUARANTINE_ROUTES.decide, {
          parameters: { campaign },
          headers: { cookie },
          body: { sender: { day: '2026-11-22', reason: 'flood' }, act: 'release' },
        })
      ).json().reason
    expect(await ask('elsewhere')).toBe('unknown-campaign')
    await running.store.destroyEnvelopes(CAMPAIGN)
    expect(await ask(CAMPAIGN)).toBe('destroyed')
  })
})
