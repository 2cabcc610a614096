import { describe, expect, test } from 'vitest'
import { emptied, firstEntry, gone, sent } from '../../src/stand/paper-entries.ts'
import { added, countOf, fated, IN_SIGHT, inSight, type Log, nextPlace, sheetsOf } from '../../src/stand/paper-log.ts'
import type { PaperRow } from '../../src/stand/paper-row.ts'

const rows = (count: number, sheet = '7', before: Log = []): Log =>
  Array.from({ length: count }).reduce<Log>(
    (log) => added(log, { sheet, place: nextPlace(log, sheet), code: `code ${sheet}`, slip: false }),
    before,
  )

describe('what was keyed in', () => {
  test('is counted by sheet and in all, and what was taken back counts as withdrawn', () => {
    const log = fated(rows(2, '8', rows(3)), { sheet: '7', place: 2 }, 'withdrawn')
    expect([countOf(log, '7'), countOf(log, '8'), countOf(log)]).toEqual([
      { kept: 2, withdrawn: 1 },
      { kept: 2, withdrawn: 0 },
      { kept: 4, withdrawn: 1 },
    ])
    expect(sheetsOf(log)).toBe(2)
    expect(nextPlace(log, '7'), 'its place stays empty').toBe(4)
  })

  test('forgets the code of each row that is out of sight, and of each that was taken back', () => {
    const log = rows(IN_SIGHT + 3)
    expect(log.filter((it) => it.code !== null)).toHaveLength(IN_SIGHT)
    expect(inSight(log).map((it) => it.place)).toEqual([9, 8, 7, 6, 5, 4])
    expect(fated(log, { sheet: '7', place: 9 }, 'withdrawn').at(-1)?.code).toBeNull()
    expect(fated(log, { sheet: '7', place: 9 }, 'failed').at(-1)?.code, 'it can be tried again').not.toBeNull()
  })
})

describe('the rows on the screen', () => {
  const begun = {} as PaperRow
  const places = (entries: ReturnType<typeof firstEntry>) => entries.map((it) => [it.id, it.place])

  test('open the next one while one is being kept', () => {
    const two = sent(firstEntry(4, begun), 1, begun)
    expect(places(two)).toEqual([
      [1, 4],
      [2, 5],
    ])
    expect(places(gone(two, 1))).toEqual([[2, 5]])
    expect(places(sent(two, 1, begun)), 'one that came back and is tried again').toEqual(places(two))
  })

  test('are one blank row when the last one was emptied', () => {
    expect(places(emptied(firstEntry(4, begun), 1, begun))).toEqual([[2, 4]])
    const two = sent(firstEntry(4, begun), 1, begun)
    expect(places(emptied(two, 1, begun))).toEqual([[2, 5]])
    expect(places(gone(firstEntry(4, begun), 1)), 'there is always one to type in').toEqual([[1, 4]])
  })
})
