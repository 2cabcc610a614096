import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BatchAnswer, Verdict } from '../../protocol/batch.ts'
import { type Envelope, envelopeHash } from '../../protocol/envelope.ts'
import { newUuid } from '../../protocol/ids.ts'
import { openStorage } from '../../src/outbox/db.ts'
import { IdTaken } from '../../src/outbox/keeping.ts'
import { createQueue, type Queue, type Sent } from '../../src/outbox/queue.ts'
import { type Kept, type Storage, StorageFailure } from '../../src/outbox/storage.ts'
import { type Fault, memoryStorage } from './memory-storage.ts'
import { DAY_MS, EPOCH, envelope, NOON } from './samples.ts'

// Whatever order acts, answers (late, lacking, foreign, doubled) and storage faults come in: each envelope that was thanked for
// is in the outbox until an answer to its own bytes has named it, and captured = waiting + accepted + refused + withdrawn at every commit.

const WORDS = [
  'stored',
  'duplicate',
  'conflict',
  'withdrawn',
  'refused',
  'refused-retry',
  'silent',
  'nameless',
] as const

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('keep' as const) }) },
  fc.record({ do: fc.constant('keep again' as const), which: fc.nat() }),
  fc.record({ do: fc.constant('keep changed' as const), which: fc.nat() }),
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      items: fc.integer({ min: 1, max: 5 }),
      words: fc.array(fc.constantFrom(...WORDS), { minLength: 5, maxLength: 5 }),
      reorder: fc.boolean(),
      dated: fc.boolean(),
      late: fc.boolean(),
    }),
  },
  fc.record({ do: fc.constant('late answer' as const), which: fc.nat() }),
  fc.record({ do: fc.constant('refuse' as const), which: fc.nat() }),
  fc.record({ do: fc.constant('send again' as const), which: fc.nat() }),
  fc.record({ do: fc.constant('days pass' as const), days: fc.integer({ min: 1, max: 20 }) }),
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      problem: fc.constantFrom('quota', 'disk-full', 'connection-lost'),
      when: fc.constantFrom('before', 'after'),
    }),
  },
)
type Step = (typeof step)['generate'] extends (...args: never[]) => { value: infer S } ? S : never

interface World {
  queue: Queue
  storage: Storage
  fault(fault: Fault): void
}

/** What the person and the server know, beside what the device says. */
interface Truth {
  tried: Envelope[]
  thanked: Set<string>
  /** Answers on their way, and all verdicts that any delivered answer gave an id. */
  late: { answer: BatchAnswer; sent: Sent[]; date: number | null }[]
  /** By the id, and by the hash of the bytes that were answered. */
  named: Map<string, Set<string>>
  refusedWhole: Set<string>
  now: number
}

async function play(world: World, truth: Truth, it: Step): Promise<void> {
  const { queue } = world
  const pick = (which: number) => truth.tried[which % Math.max(1, truth.tried.length)]
  const deliver = async ({ answer, sent, date }: Truth['late'][number]) => {
    for (const [index, verdict] of answer.verdicts.entries()) {
      const one = sent.find(({ id }) => id === (verdict.id ?? sent[verdict.index ?? index]?.id))
      for (const key of one ? [one.id, one.hash] : [])
        truth.named.set(key, (truth.named.get(key) ?? new Set()).add(verdict.verdict))
    }
    await queue.settle(answer, sent, date)
  }
  switch (it.do) {
    case 'keep': {
      const one = envelope({ bytes: 100 })
      truth.tried.push(one)
      await queue.keep(one)
      truth.thanked.add(one.id)
      return
    }
    case 'keep again': {
      const one = pick(it.which)
      // What was forgotten two weeks after its verdict is not tried again by any sitting.
      const [row] = one ? await world.storage.read((tx) => tx.entries([one.id])) : []
      if (!one || (truth.thanked.has(one.id) && !row)) return
      await queue.keep(one)
      truth.thanked.add(one.id)
      return
    }
    case 'keep changed': {
      const one = pick(it.which)
      const [row] = one ? await world.storage.read((tx) => tx.entries([one.id])) : []
      if (!one || !row) return
      const changed = envelope({ id: one.id, bytes: 120 })
      const before = await queue.tally()
      try {
        expect(await queue.keep(changed)).toEqual({ seq: row.seq })
      } catch (error) {
        expect(error instanceof IdTaken).toBe(error instanceof StorageFailure ? false : row.state !== 'waiting')
        throw error
      }
      expect(await queue.tally()).toEqual(before)
      truth.tried[truth.tried.indexOf(one)] = changed
      truth.thanked.add(one.id)
      const [kept] = await world.storage.read((tx) => tx.entries([one.id]))
      expect(kept).toMatchObject({ state: 'waiting', hash: await envelopeHash(changed) })
      return
    }
    case 'send': {
      const batch = await queue.nextBatch({ items: it.items, bytes: 240 * 1024 })
      if (!batch) return
      const sent = batch.entries.map(({ id, hash }) => ({ id, hash }))
      const verdicts = sent.flatMap(({ id }, index): Verdict[] => {
        const word = it.words[index] ?? 'silent'
        if (word === 'silent') return []
        if (word === 'nameless') return [{ index, verdict: 'stored' }]
        if (word === 'refused') return [{ index, id, verdict: 'refused', reason: 'unknown-key' }]
        if (word === 'refused-retry') return [{ index, id, verdict: 'refused', reason: 'overloaded' }]
        return [{ index, id, verdict: word }]
      })
      if (it.reorder) verdicts.reverse()
      verdicts.push({ index: 0, id: newUuid(), verdict: 'stored' })
      const flight = { answer: { epoch: EPOCH, accepted: 0, verdicts }, sent, date: it.dated ? truth.now : null }
      if (it.late) truth.late.push(flight)
      else await deliver(flight)
      return
    }
    case 'late answer': {
      const flight = truth.late[it.which % Math.max(1, truth.late.length)]
      if (flight) await deliver(flight)
      return
    }
    case 'refuse': {
      const one = pick(it.which)
      if (one) truth.refusedWhole.add(one.id)
      const [row] = one ? await world.storage.read((tx) => tx.entries([one.id])) : []
      if (row) await queue.refuse(row, 'not-json')
      return
    }
    case 'send again': {
      const one = pick(it.which)
      if (one) await queue.sendAgain([one.id])
      return
    }
    case 'days pass':
      truth.now += it.days * DAY_MS
      return
    case 'fault':
      world.fault({ problem: it.problem as Fault['problem'], when: it.when as Fault['when'] })
  }
}

async function check({ storage, queue }: World, truth: Truth): Promise<void> {
  const tally = await queue.tally()
  const rows = new Map<string, Kept>()
  for (const row of await storage.read((tx) => tx.entries(truth.tried.map((one) => one.id))))
    if (row) rows.set(row.id, row)
  const count = (state: string) => [...rows.values()].filter((row) => row.state === state).length

  expect(tally.captured).toBe(tally.waiting + tally.accepted + tally.refused + tally.withdrawn)
  expect(count('waiting')).toBe(tally.waiting)
  expect(count('refused')).toBe(tally.refused)
  expect(count('accepted')).toBeLessThanOrEqual(tally.accepted)
  expect(new Set([...rows.values()].map((row) => row.seq)).size).toBe(rows.size)
  for (const id of truth.thanked) {
    const row = rows.get(id)
    const said = truth.named.get(row?.hash ?? id) ?? new Set()
    const there = said.has('stored') || said.has('duplicate') || said.has('conflict')
    if (!row) expect(there || said.has('withdrawn'), 'gone without a verdict').toBe(true)
    if (row?.state === 'accepted') expect(there, 'accepted without a verdict').toBe(true)
    if (row?.state === 'withdrawn') expect(said.has('withdrawn'), 'withdrawn without a verdict').toBe(true)
    if (row?.state === 'refused') expect(said.has('refused') || truth.refusedWhole.has(id)).toBe(true)
    if (row && row.state !== 'withdrawn') expect(row.text.length).toBe(row.size)
  }
}

async function live(world: World, steps: readonly Step[]): Promise<void> {
  const truth: Truth = {
    tried: [],
    thanked: new Set(),
    late: [],
    named: new Map(),
    refusedWhole: new Set(),
    now: NOON,
  }
  for (const one of steps) {
    try {
      await play(world, truth, one)
    } catch (error) {
      if (!(error instanceof StorageFailure || error instanceof IdTaken)) throw error
    }
    await check(world, truth)
  }
}

describe('sealed is delivered: nothing leaves without a verdict', () => {
  it('over a storage that fails before and after its commits', async () => {
    const lives = fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const { storage, failNext } = memoryStorage()
      await live({ storage, queue: createQueue({ storage }), fault: failNext }, steps)
    })
    await fc.assert(lives, { numRuns: 400 })
  })

  it('over IndexedDB', async () => {
    const lives = fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const storage = openStorage(newUuid())
      await live({ storage, queue: createQueue({ storage }), fault: () => {} }, steps)
      storage.close()
    })
    await fc.assert(lives, { numRuns: 30 })
  })
})
