import { beforeEach, describe, expect, it } from 'vitest'
import type { BatchAnswer, Verdict } from '../../protocol/batch.ts'
import { canonicalText, Envelope, envelopeHash } from '../../protocol/envelope.ts'
import { newUuid } from '../../protocol/ids.ts'
import { IdTaken } from '../../src/outbox/keeping.ts'
import { createQueue, type Queue } from '../../src/outbox/queue.ts'
import { STAYS_SEALED_MS } from '../../src/outbox/server-memory.ts'
import { StorageFailure } from '../../src/outbox/storage.ts'
import { memoryStorage } from './memory-storage.ts'
import { all, answer, DAY_MS, envelope, NOON } from './samples.ts'

let memory: ReturnType<typeof memoryStorage>
let queue: Queue

beforeEach(() => {
  memory = memoryStorage()
  queue = createQueue({ storage: memory.storage })
})

const keepMany = async (count: number, over: Parameters<typeof envelope>[0] = {}) => {
  const envelopes = Array.from({ length: count }, () => envelope(over))
  for (const one of envelopes) await queue.keep(one)
  return envelopes.map((it) => it.id)
}
const entry = (id: string) => memory.rows().entries.get(id)
const sent = (id: string) => ({ id, hash: entry(id)?.hash ?? '' })
const settle = (said: BatchAnswer, ids: readonly string[], date: number | null) =>
  queue.settle(said, ids.map(sent), date)
const LIMITS = { items: 200, bytes: 240 * 1024 }

describe('keep', () => {
  it('gives each envelope the next seq, from 1', async () => {
    expect(await queue.keep(envelope())).toEqual({ seq: 1 })
    expect(await queue.keep(envelope())).toEqual({ seq: 2 })
    expect(await queue.tally()).toEqual({ captured: 2, waiting: 2, accepted: 0, refused: 0, withdrawn: 0, lastSeq: 2 })
  })

  it('keeps text that is the same envelope, byte for byte', async () => {
    const one = envelope()
    await queue.keep(one)
    const kept = entry(one.id)
    const back = Envelope.parse(JSON.parse(kept?.text ?? ''))
    expect(canonicalText(back)).toBe(canonicalText(one))
    expect(kept?.hash).toBe(await envelopeHash(one))
    expect(kept?.size).toBe(new TextEncoder().encode(kept?.text).length)
  })

  it('changes nothing when the same envelope comes again', async () => {
    const one = envelope()
    await queue.keep(one)
    expect(await queue.keep(one)).toEqual({ seq: 1 })
    expect(await queue.tally()).toMatchObject({ captured: 1, waiting: 1, lastSeq: 1 })
  })

  it('puts what its signer has changed in the place of what still waits, under its seq', async () => {
    const [one, other] = [envelope(), envelope()]
    await queue.keep(one)
    await queue.keep(other)
    const before = await queue.tally()
    const changed = envelope({ id: one.id, bytes: 400 })
    expect(await queue.keep(changed)).toEqual({ seq: 1 })
    expect(JSON.parse(entry(one.id)?.text ?? '')).toEqual(changed)
    expect(entry(one.id)?.hash).toBe(await envelopeHash(changed))
    expect(entry(one.id)?.size).toBe(entry(one.id)?.text.length)
    expect(await queue.tally()).toEqual(before)
  })

  it.each(['stored', 'withdrawn', 'refused'] as const)(
    'gives no thanks for another act under the id of one that was %s',
    async (verdict) => {
      const one = envelope()
      await queue.keep(one)
      const said = { index: 0, id: one.id, verdict, reason: 'unknown-key' }
      await settle(answer([said as Verdict]), [one.id], NOON)
      const before = entry(one.id)
      await expect(queue.keep(envelope({ id: one.id }))).rejects.toBeInstanceOf(IdTaken)
      expect(entry(one.id)).toEqual(before)
      expect(await queue.keep(one)).toEqual({ seq: 1 })
    },
  )

  it('fails when the storage fails, and can be tried again with the same envelope', async () => {
    const one = envelope()
    for (const when of ['before', 'after'] as const) {
      memory.failNext({ problem: 'quota', when })
      await expect(queue.keep(one)).rejects.toBeInstanceOf(StorageFailure)
    }
    expect(await queue.keep(one)).toEqual({ seq: 1 })
    expect(await queue.tally()).toMatchObject({ captured: 1, waiting: 1 })
  })

  it.each([
    ['lost the row', () => undefined],
    ['changed the text', (row: object) => ({ ...row, text: '{}' })],
    ['cut the text', (row: { text: string }) => ({ ...row, text: row.text.slice(0, -1) })],
    ['changed the hash', (row: object) => ({ ...row, hash: 'other' })],
    ['changed the seq', (row: object) => ({ ...row, seq: 9 })],
  ])('reads back in a new transaction, and fails if the storage %s', async (_, spoil) => {
    const lying = createQueue({
      storage: {
        ...memory.storage,
        read: (work) =>
          memory.storage.read((tx) =>
            work({ ...tx, entries: async (ids) => (await tx.entries(ids)).map((row) => row && (spoil(row) as never)) }),
          ),
      },
    })
    await expect(lying.keep(envelope())).rejects.toMatchObject({ problem: 'not-kept' })
  })

  it('is content when the worker was faster and the server took it, or had its withdrawal', async () => {
    for (const verdict of ['stored', 'withdrawn'] as const) {
      const one = envelope()
      const quick = createQueue({
        storage: {
          ...memory.storage,
          read: async (work) => {
            await settle(answer([{ index: 0, id: one.id, verdict }]), [one.id], NOON)
            return memory.storage.read(work)
          },
        },
      })
      await expect(quick.keep(one)).resolves.toBeTruthy()
    }
    expect(await queue.tally()).toMatchObject({ captured: 2, waiting: 0, accepted: 1, withdrawn: 1 })
  })
})

describe('nextBatch', () => {
  it('is null when nothing waits', async () => {
    expect(await queue.nextBatch(LIMITS)).toBeNull()
  })

  it('takes the oldest first, with what the device says of itself', async () => {
    const ids = await keepMany(3)
    const batch = await queue.nextBatch({ ...LIMITS, items: 2 })
    expect(batch?.entries.map((it) => it.id)).toEqual(ids.slice(0, 2))
    expect(batch?.contact).toEqual({ captured: 3, waiting: 3, refused: 0, withdrawn: 0, lastSeq: 3 })
  })

  it('holds at most 200 items', async () => {
    await keepMany(205)
    expect((await queue.nextBatch(LIMITS))?.entries).toHaveLength(200)
  })

  it('takes one that is bigger than the limit by itself', async () => {
    await keepMany(2, { bytes: 20_000 })
    expect((await queue.nextBatch({ items: 200, bytes: 1000 }))?.entries).toHaveLength(1)
  })
})

describe('settle', () => {
  it.each(['stored', 'duplicate', 'conflict'] as const)(
    'takes "%s" for accepted, and keeps it sealed',
    async (verdict) => {
      const [id] = (await keepMany(1)) as [string]
      const { text } = entry(id) ?? {}
      expect(await settle(answer(all([id], verdict)), [id], NOON)).toEqual([])
      expect(entry(id)).toMatchObject({ state: 'accepted', verdict, text, answeredAt: NOON })
      expect(await queue.tally()).toMatchObject({ captured: 1, waiting: 0, accepted: 1 })
    },
  )

  it('drops the sealed text of what its signer has withdrawn, at once', async () => {
    const [id] = (await keepMany(1)) as [string]
    await settle(answer(all([id], 'withdrawn')), [id], NOON)
    expect(entry(id)).toMatchObject({ state: 'withdrawn', text: '', size: 0 })
    expect(await queue.tally()).toMatchObject({ captured: 1, waiting: 0, withdrawn: 1 })
  })

  it('moves a refused entry to the refused list with its reason, and loses nothing of it', async () => {
    const [id] = (await keepMany(1)) as [string]
    const { text } = entry(id) ?? {}
    await settle(answer([{ index: 0, id, verdict: 'refused', reason: 'unknown-petition' }]), [id], NOON)
    expect(await queue.refused()).toMatchObject([{ id, reason: 'unknown-petition', text }])
    expect(await queue.tally()).toMatchObject({ captured: 1, waiting: 0, refused: 1 })
  })

  it('leaves waiting what is refused for a reason that passes', async () => {
    const [id] = (await keepMany(1)) as [string]
    const busy = answer([{ index: 0, id, verdict: 'refused', reason: 'server-error' }])
    expect(await settle(busy, [id], NOON)).toEqual([id])
    expect(entry(id)?.state).toBe('waiting')
  })

  it('acknowledges nothing of an entry that the answer lacks', async () => {
    const ids = await keepMany(3)
    const [first, , third] = ids as [string, string, string]
    const lacking = answer([
      { index: 0, id: first, verdict: 'stored' },
      { index: 2, id: third, verdict: 'stored' },
    ])
    expect(await settle(lacking, ids, NOON)).toEqual([ids[1]])
    expect(await queue.tally()).toMatchObject({ waiting: 1, accepted: 2 })
  })

  it('acknowledges nothing that was not sent with this batch', async () => {
    const [sent, other] = (await keepMany(2)) as [string, string]
    await settle(answer(all([sent, other])), [sent], NOON)
    expect(entry(other)?.state).toBe('waiting')
  })

  it('takes a verdict for the bytes that were sent, not for what was put in their place meanwhile', async () => {
    const one = envelope()
    await queue.keep(one)
    const before = sent(one.id)
    await queue.keep(envelope({ id: one.id }))
    await queue.refuse(before, 'too-large')
    for (const verdict of ['stored', 'withdrawn'] as const)
      expect(await queue.settle(answer(all([one.id], verdict)), [before], NOON)).toEqual([one.id])
    expect(await queue.stateOf(one.id)).toBe('waiting')
    expect(await settle(answer(all([one.id], 'conflict')), [one.id], NOON)).toEqual([])
    expect(await queue.stateOf(one.id)).toBe('accepted')
  })

  it('changes nothing when the same answer comes again', async () => {
    const ids = await keepMany(3)
    await settle(answer(all(ids)), ids, NOON)
    const before = memory.rows()
    await settle(answer(all(ids)), ids, NOON)
    expect(memory.rows().tally).toEqual(before.tally)
    expect([...memory.rows().entries]).toEqual([...before.entries])
  })

  it('survives a storage that fails before or after the commit: the answer may be applied again', async () => {
    const ids = await keepMany(2)
    memory.failNext({ problem: 'connection-lost', when: 'after' })
    await expect(settle(answer(all(ids)), ids, NOON)).rejects.toBeInstanceOf(StorageFailure)
    await settle(answer(all(ids)), ids, NOON)
    expect(await queue.tally()).toMatchObject({ captured: 2, waiting: 0, accepted: 2 })
  })

  it('forgets sealed text only when a later server answer is dated 14 days after the acknowledgement', async () => {
    const [id] = (await keepMany(1)) as [string]
    await settle(answer(all([id])), [id], NOON)
    await settle(answer([]), [], NOON + STAYS_SEALED_MS - 1000)
    expect(entry(id)?.text).not.toBe('')
    await settle(answer([]), [], NOON + STAYS_SEALED_MS)
    expect(entry(id)).toBeUndefined()
    expect(await queue.tally()).toMatchObject({ captured: 1, accepted: 1 })
  })

  it('takes a missing date for none: it counts the 14 days from the next answer that has one', async () => {
    const [id] = (await keepMany(1)) as [string]
    await settle(answer(all([id])), [id], null)
    await settle(answer([]), [], NOON)
    await settle(answer([]), [], NOON + 13 * DAY_MS)
    expect(entry(id)?.state).toBe('accepted')
    await settle(answer([]), [], NOON + 14 * DAY_MS)
    expect(entry(id)).toBeUndefined()
  })

  it('never forgets what waits or was refused, however old', async () => {
    const ids = await keepMany(2)
    const [, refused] = ids as [string, string]
    await settle(answer([{ index: 1, id: refused, verdict: 'refused', reason: 'unknown-key' }]), ids, NOON)
    await settle(answer([]), [], NOON + 4000 * DAY_MS)
    expect(ids.map((id) => entry(id)?.state)).toEqual(['waiting', 'refused'])
  })

  it('remembers that the server was restored, by its epoch or its lower total, and then forgets nothing', async () => {
    const [id] = (await keepMany(1)) as [string]
    await settle(answer(all([id]), { accepted: 5 }), [id], NOON)
    expect(await queue.memory()).toMatchObject({ restored: false, acceptedThere: 5, lastContact: NOON })
    const epoch = newUuid()
    await settle(answer([], { accepted: 5, epoch }), [], NOON + 1)
    expect(await queue.memory()).toMatchObject({ restored: true, epoch })
    await settle(answer([], { accepted: 5, epoch }), [], NOON + 20 * DAY_MS)
    expect(entry(id)?.state).toBe('accepted')

    await queue.remember({ restored: false })
    await settle(answer([], { accepted: 4, epoch }), [], NOON + 2)
    expect(await queue.memory()).toMatchObject({ restored: true, acceptedThere: 4 })
  })
})

describe('the refused list', () => {
  it('holds what a whole request was refused for', async () => {
    const [id] = (await keepMany(1)) as [string]
    await queue.refuse(sent(id), 'not-json')
    await queue.refuse(sent(id), 'too-large')
    expect(await queue.refused()).toMatchObject([{ id, reason: 'not-json', verdict: 'refused' }])
    expect(await queue.tally()).toMatchObject({ captured: 1, waiting: 0, refused: 1 })
  })

  it('gives back to the queue what a person wants to try again', async () => {
    const ids = await keepMany(2)
    const [id] = ids as [string]
    await queue.refuse(sent(id), 'unknown-campaign')
    await queue.sendAgain(ids)
    expect(entry(id)).toMatchObject({ state: 'waiting', reason: null })
    expect(await queue.tally()).toMatchObject({ captured: 2, waiting: 2, refused: 0 })
  })

  it('is left by an entry that turns out to have arrived', async () => {
    const [id] = (await keepMany(1)) as [string]
    await queue.refuse(sent(id), 'unknown-campaign')
    await settle(answer(all([id], 'duplicate')), [id], NOON)
    expect(await queue.tally()).toMatchObject({ refused: 0, accepted: 1 })
  })
})

describe('stateOf', () => {
  it('tells of one entry where it stands, and of what is not here nothing', async () => {
    const [id, other] = (await keepMany(2)) as [string, string]
    expect(await queue.stateOf(id)).toBe('waiting')
    await settle(answer(all([other])), [other], NOON)
    expect(await Promise.all([id, other, newUuid()].map(queue.stateOf))).toEqual(['waiting', 'accepted', null])
  })
})

describe('pins', () => {
  it('keep the first root and the highest serial, whatever two tabs write', async () => {
    expect(await queue.readPin('c')).toBeNull()
    expect(await queue.writePin('c', { root: 'r', serial: 2 })).toEqual({ root: 'r', serial: 2 })
    expect(await queue.writePin('c', { root: 'r', serial: 1 })).toEqual({ root: 'r', serial: 2 })
    expect(await queue.writePin('c', { root: 'other', serial: 9 })).toEqual({ root: 'r', serial: 2 })
    expect(await queue.writePin('c', { root: 'r', serial: 3 })).toEqual({ root: 'r', serial: 3 })
    expect(await queue.readPin('c')).toEqual({ root: 'r', serial: 3 })
  })
})
