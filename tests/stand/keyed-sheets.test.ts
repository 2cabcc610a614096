import { beforeEach, describe, expect, test } from 'vitest'
import { createQueue, type Queue } from '../../src/outbox/queue.ts'
import { keepWithdrawal } from '../../src/outbox/withdrawals.ts'
import { logOf, rowKept, rowTakenBack } from '../../src/stand/keyed-sheets.ts'
import { countOf, toKeyIn } from '../../src/stand/paper-log.ts'
import { memoryStorage } from '../outbox/memory-storage.ts'
import { envelope } from '../outbox/samples.ts'

const GARE = 'ecrire-2024/gare'
const TODAY = '2026-11-25'

let memory: ReturnType<typeof memoryStorage>
let queue: Queue
beforeEach(() => {
  memory = memoryStorage()
  queue = createQueue({ storage: memory.storage })
})

const row = (place: number, sheet = '7', day = TODAY) => ({ sheet, place, day })
const keep = (name: ReturnType<typeof row>, stand = GARE) => queue.keep(envelope(), rowKept(stand, name))
const takeBack = (name: ReturnType<typeof row>) =>
  keepWithdrawal(memory.storage, 'ecrire-2024', 'CODE', async () => 'tag', rowTakenBack(GARE, name))
const noted = async () => (await memory.storage.read((tx) => tx.note('sheets'))) ?? []
const log = async (stand = GARE) => logOf(await noted(), stand, [])

describe('the sheets that were keyed in', () => {
  test('say after a reload where to go on, and how many rows were stored', async () => {
    for (const place of [1, 2, 4]) await keep(row(place))
    await keep(row(1, '8'))
    expect(countOf(await log(), TODAY, '7')).toEqual({ kept: 3, withdrawn: 0 })
    expect(countOf(await log(), TODAY)).toEqual({ kept: 4, withdrawn: 0 })
    expect(toKeyIn(await log(), '7', TODAY, false), 'the third was on its way').toEqual({ missing: [3], next: 5 })
    expect((await log()).every((it) => it.code === null)).toBe(true)
  })

  test('claim no row that was not stored', async () => {
    await keep(row(1))
    memory.failNext({ problem: 'quota', when: 'before' })
    await expect(keep(row(2))).rejects.toThrow('quota')
    const halfWay = queue.keep(envelope(), async (tx) => {
      await rowKept(GARE, row(3))(tx)
      throw new Error('half way')
    })
    await expect(halfWay).rejects.toThrow('half way')
    expect((await queue.tally()).captured).toBe(1)
    expect(countOf(await log(), TODAY)).toEqual({ kept: 1, withdrawn: 0 })
  })

  test('have a row whose answer was lost, and count it once', async () => {
    const one = envelope()
    memory.failNext({ problem: 'connection-lost', when: 'after' })
    await expect(queue.keep(one, rowKept(GARE, row(1)))).rejects.toThrow('connection-lost')
    expect(countOf(await log(), TODAY)).toMatchObject({ kept: 1 })
    await queue.keep(one, rowKept(GARE, row(1)))
    expect((await noted()).map((it) => it.kept)).toEqual([[1]])
  })

  test('mark a row as withdrawn together with its withdrawal, and as kept when it is keyed in anew', async () => {
    for (const place of [1, 2, 3]) await keep(row(place))
    memory.failNext({ problem: 'quota', when: 'before' })
    await expect(takeBack(row(2))).rejects.toThrow('quota')
    expect(countOf(await log(), TODAY)).toEqual({ kept: 3, withdrawn: 0 })
    await takeBack(row(2))
    expect((await log()).map((it) => [it.place, it.fate])).toEqual([
      [1, 'kept'],
      [2, 'withdrawn'],
      [3, 'kept'],
    ])
    expect(toKeyIn(await log(), '7', TODAY, false), 'no line moves').toEqual({ missing: [], next: 4 })
    await keep(row(2))
    expect(countOf(await log(), TODAY)).toEqual({ kept: 3, withdrawn: 0 })
  })

  test('are each day’s and each stand’s own', async () => {
    await keep(row(1, '7', '2026-11-24'))
    await keep(row(2, '7', '2026-11-24'))
    await keep(row(1), 'ecrire-2024/other')
    expect(await log('ecrire-2025/gare'), 'a campaign after it').toEqual([])
    expect(countOf(await log(), TODAY)).toEqual({ kept: 0, withdrawn: 0 })
    expect(toKeyIn(await log(), '7', TODAY, false), 'another sheet 7').toEqual({ missing: [], next: 1 })
    expect(toKeyIn(await log(), '7', TODAY, true), 'the same one').toEqual({ missing: [], next: 3 })
    await keep(row(3))
    expect(toKeyIn(await log(), '7', TODAY, false), 'once it was gone on with').toEqual({ missing: [], next: 4 })
  })

  test('hold no more than two hundred, the last ones, and nothing but numbers', async () => {
    for (let sheet = 1; sheet <= 201; sheet++) await keep(row(1, String(sheet)))
    const all = await noted()
    expect([all.length, all[0]?.sheet, all.at(-1)]).toEqual([
      200,
      '2',
      { stand: GARE, sheet: '201', day: TODAY, kept: [1], withdrawn: [] },
    ])
  })

  test('are joined with what only this page knows', async () => {
    await keep(row(1))
    await keep(row(2))
    const there = { ...row(3), fate: 'kept' as const, code: null, slip: false }
    const doubt = { ...row(2), fate: 'kept' as const, code: null, slip: false, doubt: true }
    const both = logOf(await noted(), GARE, [doubt, there])
    expect(both.map((it) => [it.place, it.doubt ?? false])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ])
  })
})
