import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it } from 'vitest'
import { newUuid } from '../../protocol/ids.ts'
import { openStorage } from '../../src/outbox/db.ts'
import {
  EMPTY_TALLY,
  type Kept,
  NEW_MEMORY,
  type Storage,
  type Withdrawal,
  type Writing,
} from '../../src/outbox/storage.ts'
import { memoryStorage } from './memory-storage.ts'
import { never } from './samples.ts'

/** On a busy machine too. */
const SOON = { timeout: 10_000 }

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

const indexedDb = (): Storage => {
  const storage = openStorage(`contract-${newUuid()}`)
  closers.push(storage.close)
  return storage
}

const entry = (seq: number, over: Partial<Kept> = {}): Kept => ({
  id: newUuid(),
  seq,
  state: 'waiting',
  campaign: 'c',
  text: '{}',
  hash: 'h',
  size: 2,
  verdict: null,
  reason: null,
  answeredAt: 0,
  ...over,
})

describe.each([
  ['IndexedDB', indexedDb],
  ['memory', () => memoryStorage().storage],
])('a storage in %s', (_, open) => {
  it('begins empty', async () => {
    const storage = open()
    expect(await storage.read((tx) => tx.tally())).toEqual(EMPTY_TALLY)
    expect(await storage.read((tx) => tx.memory())).toEqual(NEW_MEMORY)
    expect(await storage.read((tx) => tx.pin('c'))).toBeNull()
    expect(await storage.read((tx) => tx.inState('waiting', 10))).toEqual([])
    expect(await storage.read((tx) => tx.note('enrolled'))).toBeNull()
    expect(await storage.read((tx) => tx.teamDays())).toEqual([])
  })

  it('keeps a note of each name until it is taken away, and a key so that it still signs', async () => {
    const storage = open()
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
    const enrolling = { device: newUuid(), key: 'k', code: 'c', root: null, pair }
    const checked = { at: 1, day: '2026-11-22', passed: true }
    await storage.write(async (tx) => {
      await tx.putNote('enrolling', enrolling)
      await tx.putNote('checked', checked)
    })
    const back = await storage.read((tx) => tx.note('enrolling'))
    expect(back).toMatchObject({ device: enrolling.device, root: null })
    const sign = (it: CryptoKeyPair) =>
      crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, it.privateKey, new Uint8Array(3))
    expect((await sign(back?.pair as CryptoKeyPair)).byteLength).toBe(64)
    await storage.write((tx) => tx.putNote('enrolling', null))
    expect(await storage.read((tx) => tx.note('enrolling'))).toBeNull()
    expect(await storage.read((tx) => tx.note('checked'))).toEqual(checked)
  })

  it('keeps one row for each stand and day', async () => {
    const storage = open()
    const day = (stand: string, day: string, n: number) => ({ stand, day, hours: { case: [n] } })
    await storage.write(async (tx) => {
      await tx.putTeamDay(day('a', '2026-11-22', 1))
      await tx.putTeamDay(day('a', '2026-11-23', 2))
      await tx.putTeamDay(day('b', '2026-11-22', 3))
      await tx.putTeamDay(day('a', '2026-11-22', 4))
    })
    const days = await storage.read((tx) => tx.teamDays())
    expect(days.map((it) => [it.stand, it.day, it.hours.case?.[0]]).sort()).toEqual([
      ['a', '2026-11-22', 4],
      ['a', '2026-11-23', 2],
      ['b', '2026-11-22', 3],
    ])
  })

  it('gives back what was put, and nothing for an id it does not have', async () => {
    const storage = open()
    const one = entry(1)
    await storage.write(async (tx) => {
      await tx.putEntries([one])
      await tx.putTally({ ...EMPTY_TALLY, captured: 1 })
      await tx.putMemory({ ...NEW_MEMORY, epoch: 'e' })
      await tx.putPin('c', { root: 'r', serial: 3 })
    })
    expect(await storage.read((tx) => tx.entries([newUuid(), one.id]))).toEqual([undefined, one])
    expect(await storage.read((tx) => tx.tally())).toEqual({ ...EMPTY_TALLY, captured: 1 })
    expect(await storage.read((tx) => tx.memory())).toEqual({ ...NEW_MEMORY, epoch: 'e' })
    expect(await storage.read((tx) => tx.pin('c'))).toEqual({ root: 'r', serial: 3 })
  })

  it('writes all of a transaction or nothing', async () => {
    const storage = open()
    const one = entry(1)
    const mistake = new Error('half way')
    const half = storage.write(async (tx) => {
      await tx.putEntries([one])
      await tx.putTally({ ...EMPTY_TALLY, captured: 1 })
      throw mistake
    })
    await expect(half).rejects.toBe(mistake)
    expect(await storage.read((tx) => tx.entries([one.id]))).toEqual([undefined])
    expect(await storage.read((tx) => tx.tally())).toEqual(EMPTY_TALLY)
  })

  it('stays one transaction across steps that are functions of their own', async () => {
    const storage = open()
    const step = async (tx: Writing) => {
      await tx.putTally({ ...(await tx.tally()), captured: 1 })
      await tx.dateAnswered(1)
    }
    const steps = async (tx: Writing) => {
      await step(tx)
      await tx.memory()
      await step(tx)
      await tx.putMemory({ ...(await tx.memory()), failures: 2 })
      return tx.tally()
    }
    expect(await storage.write(steps)).toMatchObject({ captured: 1 })
    expect(await storage.read((tx) => tx.memory())).toMatchObject({ failures: 2 })
  })

  it('lets no two writers read the same count', async () => {
    const storage = open()
    const bump = () =>
      storage.write(async (tx) => {
        const tally = await tx.tally()
        await tx.putTally({ ...tally, captured: tally.captured + 1 })
      })
    await Promise.all(Array.from({ length: 20 }, bump))
    expect((await storage.read((tx) => tx.tally())).captured).toBe(20)
  })

  it('lists the oldest of a state, from behind a seq', async () => {
    const storage = open()
    const entries = [5, 3, 1, 4, 2].map((seq) => entry(seq, { state: seq === 3 ? 'refused' : 'waiting' }))
    await storage.write((tx) => tx.putEntries(entries))
    const seqs = (state: 'waiting' | 'refused', limit: number, after?: number) =>
      storage.read(async (tx) => (await tx.inState(state, limit, after)).map((it) => it.seq))
    expect(await seqs('waiting', 3)).toEqual([1, 2, 4])
    expect(await seqs('waiting', 3, 2)).toEqual([4, 5])
    expect(await seqs('refused', 10)).toEqual([3])
  })

  it('forgets what was answered by a date, and dates what has none, but nothing that waits or was refused', async () => {
    const storage = open()
    const old = entry(1, { state: 'accepted', answeredAt: 100 })
    const young = entry(2, { state: 'accepted', answeredAt: 101 })
    const undated = entry(3, { state: 'withdrawn' })
    const waiting = entry(4)
    const refused = entry(5, { state: 'refused', answeredAt: 50 })
    await storage.write((tx) => tx.putEntries([old, young, undated, waiting, refused]))
    await storage.write((tx) => tx.forgetAnswered(100))
    const ids = [old, young, undated, waiting, refused].map((it) => it.id)
    expect(await storage.read((tx) => tx.entries(ids))).toEqual([undefined, young, undated, waiting, refused])
    await storage.write((tx) => tx.dateAnswered(70))
    const dates = (await storage.read((tx) => tx.entries(ids))).map((it) => it?.answeredAt)
    expect(dates).toEqual([undefined, 101, 70, 0, 50])
  })

  it('keeps withdrawals, and forgets acknowledged ones as it forgets entries', async () => {
    const storage = open()
    const one = (tag: string, over: Partial<Withdrawal> = {}): Withdrawal => ({
      tag,
      campaign: 'c',
      code: 'K',
      state: 'waiting',
      answeredAt: 0,
      ...over,
    })
    const all = [
      one('a'),
      one('b', { state: 'acknowledged', answeredAt: 100 }),
      one('c', { state: 'acknowledged', answeredAt: 101 }),
      one('d', { state: 'acknowledged' }),
    ]
    await storage.write((tx) => tx.putWithdrawals(all))
    expect(await storage.read((tx) => tx.withdrawal('a'))).toEqual(all[0])
    expect(await storage.read((tx) => tx.withdrawal('z'))).toBeNull()
    expect(await storage.read((tx) => tx.withdrawals('waiting', 10))).toEqual([all[0]])
    expect(await storage.read((tx) => tx.withdrawals('acknowledged', 2))).toHaveLength(2)
    await storage.write((tx) => tx.forgetAnswered(100))
    await storage.write((tx) => tx.dateAnswered(70))
    const left = await storage.read((tx) => tx.withdrawals('acknowledged', 10))
    expect(left.map((it) => [it.tag, it.answeredAt]).sort()).toEqual([
      ['c', 101],
      ['d', 70],
    ])
    expect(await storage.read((tx) => tx.withdrawals('waiting', 10))).toEqual([all[0]])
  })

  it('tells a watcher what is there now and after each commit, until it is told to stop', async () => {
    const storage = open()
    const seen: number[] = []
    const told = (captured: number) => void seen.push(captured)
    const end = storage.watch(async (tx) => (await tx.tally()).captured, told, never)
    await expect.poll(() => seen.at(-1), SOON).toBe(0)
    await storage.write((tx) => tx.putTally({ ...EMPTY_TALLY, captured: 7 }))
    await expect.poll(() => seen.at(-1), SOON).toBe(7)
    end()
    await storage.write((tx) => tx.putTally({ ...EMPTY_TALLY, captured: 8 }))
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(seen.at(-1)).toBe(7)
  })
})
