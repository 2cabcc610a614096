import { beforeEach, describe, expect, it } from 'vitest'
import { type Envelope, envelopeHash } from '../../protocol/envelope.ts'
import { createQueue, type Queue } from '../../src/outbox/queue.ts'
import { counted, localDay, teamOf, teamTally } from '../../src/outbox/team-tally.ts'
import { memoryStorage } from './memory-storage.ts'
import { all, answer, envelope, NOON } from './samples.ts'

const GARE = teamOf({ campaign: 'ecrire-2024', id: 'gare' })
const at = (day: number, hour: number) => new Date(2026, 10, day, hour, 59)

let memory: ReturnType<typeof memoryStorage>
let queue: Queue
beforeEach(() => {
  memory = memoryStorage()
  queue = createQueue({ storage: memory.storage })
})

const sign = (it: Envelope, now: Date, stand = GARE) => queue.keep(it, counted(stand, it, now))
const tally = async (today: string, stand = GARE) =>
  teamTally(await memory.storage.read((tx) => tx.teamDays()), stand, today)

describe('the team’s tally', () => {
  it('counts signatures by case, by hour and since the first day', async () => {
    await sign(envelope(), at(21, 9))
    await sign(envelope(), at(22, 9))
    await sign({ ...envelope(), petitions: ['joel-paredes'] } as Envelope, at(22, 14))
    const { today, hours, total } = await tally('2026-11-22')
    expect(today).toEqual({ 'joel-paredes': 2, 'manahel-al-otaibi': 1 })
    expect(total).toEqual({ 'joel-paredes': 3, 'manahel-al-otaibi': 2 })
    expect(Object.fromEntries(Object.entries(hours).filter(([, n]) => n > 0))).toEqual({ 9: 2, 14: 1 })
  })

  it('does not fall when entries are delivered, withdrawn or forgotten', async () => {
    const one = envelope()
    await sign(one, at(22, 9))
    const before = await tally('2026-11-22')
    await queue.settle(answer(all([one.id])), [{ id: one.id, hash: await envelopeHash(one) }], NOON)
    await memory.storage.write((tx) => tx.forgetAnswered(NOON))
    expect(memory.rows().entries.size).toBe(0)
    expect(await tally('2026-11-22')).toEqual(before)
  })

  it('counts the same act once, and one that was changed by what it says now', async () => {
    const one = envelope()
    await sign(one, at(22, 9))
    await sign(one, at(22, 9))
    await sign({ ...one, petitions: ['joel-paredes', 'other-case'] } as Envelope, at(22, 9))
    expect((await tally('2026-11-22')).today).toEqual({ 'joel-paredes': 1, 'manahel-al-otaibi': 0, 'other-case': 1 })
  })

  it('stands or falls with the envelope', async () => {
    memory.failNext({ problem: 'quota', when: 'before' })
    await expect(sign(envelope(), at(22, 9))).rejects.toThrow('quota')
    const broken = queue.keep(envelope(), async (tx, before) => {
      await counted(GARE, envelope(), at(22, 9))(tx, before)
      throw new Error('half way')
    })
    await expect(broken).rejects.toThrow('half way')
    expect(await tally('2026-11-22')).toMatchObject({ today: {}, total: {} })
    expect(await queue.tally()).toMatchObject({ captured: 0 })
  })

  it('keeps stands on one tablet apart', async () => {
    await sign(envelope(), at(22, 9), 'ecrire-2024/other')
    expect((await tally('2026-11-22')).total).toEqual({})
  })

  it('counts only signatures', async () => {
    await sign({ ...envelope(), kind: 'join', petitions: [] } as Envelope, at(22, 9))
    expect(await memory.storage.read((tx) => tx.teamDays())).toEqual([])
  })

  it('names a day by the device’s own zone', () => {
    expect(localDay(new Date(2026, 0, 3, 0, 1))).toBe('2026-01-03')
    expect(localDay(new Date(2026, 11, 31, 23, 59))).toBe('2026-12-31')
  })
})
