import { describe, expect, test } from 'vitest'
import { again, emptied, firstEntry, gone, leftOut, sent } from '../../src/stand/paper-entries.ts'
import {
  added,
  countOf,
  earlierOf,
  fated,
  IN_SIGHT,
  inSight,
  type Log,
  sheetsOf,
  toKeyIn,
} from '../../src/stand/paper-log.ts'
import type { PaperRow } from '../../src/stand/paper-row.ts'

const day = '2026-11-25'
const name = (place: number, sheet = '7') => ({ sheet, place, day })

const rows = (count: number, sheet = '7', before: Log = []): Log =>
  Array.from({ length: count }).reduce<Log>(
    (log, _, i) => added(log, { ...name(i + 1, sheet), code: `code ${sheet}`, slip: false }),
    before,
  )

describe('what was keyed in', () => {
  test('is counted by sheet and in all, and what was taken back counts as withdrawn', () => {
    const log = fated(rows(2, '8', rows(3)), name(2), 'withdrawn')
    expect([countOf(log, day, '7'), countOf(log, day, '8'), countOf(log, day)]).toEqual([
      { kept: 2, withdrawn: 1 },
      { kept: 2, withdrawn: 0 },
      { kept: 4, withdrawn: 1 },
    ])
    expect(sheetsOf(log, day)).toBe(2)
    expect(toKeyIn(log, '7', day, false), 'its place stays its own').toEqual({ missing: [], next: 4 })
  })

  test('is one row again when it is keyed in anew, under its own number', () => {
    const log = added(fated(rows(3), name(2), 'withdrawn'), { ...name(2), code: 'another', slip: false })
    expect(countOf(log, day)).toEqual({ kept: 3, withdrawn: 0 })
    expect(inSight(log, day).map((it) => [it.place, it.fate])).toEqual([
      [2, 'kept'],
      [3, 'kept'],
      [1, 'kept'],
    ])
  })

  test('is of its day: a sheet with the same number may be another one', () => {
    const log = rows(3)
    expect(inSight(log, '2026-11-26')).toEqual([])
    expect(earlierOf(log, '7', '2026-11-26')).toEqual({ rows: 3, day })
    expect(earlierOf(log, '7', day)).toBeNull()
    expect(earlierOf(log, '8', '2026-11-26')).toBeNull()
  })

  test('forgets the code of each row that is out of sight, and of each that was taken back', () => {
    const log = rows(IN_SIGHT + 3)
    expect(log.filter((it) => it.code !== null)).toHaveLength(IN_SIGHT)
    expect(inSight(log, day).map((it) => it.place)).toEqual([9, 8, 7, 6, 5, 4])
    expect(fated(log, name(9), 'withdrawn').at(-1)?.code).toBeNull()
    expect(fated(log, name(9), 'failed').at(-1)?.code, 'it can be tried again').not.toBeNull()
  })
})

describe('the rows on the screen', () => {
  const begun = {} as PaperRow
  const places = ({ rows }: ReturnType<typeof firstEntry>) => rows.map((it) => [it.id, it.place])
  const fourth = firstEntry({ missing: [], next: 4 }, begun)

  test('open the next one while one is being kept', () => {
    const two = sent(fourth, 1, begun)
    expect(places(two)).toEqual([
      [1, 4],
      [2, 5],
    ])
    expect(places(gone(two, 1))).toEqual([[2, 5]])
    expect(places(sent(two, 1, begun)), 'one that came back and is tried again').toEqual(places(two))
  })

  test('are one blank row when the last one was emptied, and come back to the line of an earlier one', () => {
    expect(places(emptied(fourth, 1, begun))).toEqual([[2, 4]])
    const two = sent(fourth, 1, begun)
    const one = emptied(two, 1, begun)
    expect(places(one)).toEqual([[2, 5]])
    expect(places(sent(one, 2, begun)).at(-1), 'it is still to be keyed in').toEqual([3, 4])
    expect(places(gone(fourth, 1)), 'there is always one to type in').toEqual([[1, 4]])
  })

  test('are first those that were missed, each under its own number', () => {
    const first = firstEntry({ missing: [2, 3], next: 5 }, begun)
    expect(first.rows[0]).toMatchObject({ place: 2, behind: true })
    const all = sent(sent(sent(first, 1, begun), 2, begun), 3, begun)
    expect(all.rows.map((it) => [it.place, it.behind])).toEqual([
      [2, true],
      [3, true],
      [5, false],
      [6, false],
    ])
    expect(places(leftOut(first, 1, begun)), 'one that was not signed').toEqual([[2, 3]])
  })

  test('are the one that was taken back, and then go on where they were', () => {
    const back = again(fourth, 2, begun, true)
    expect(places(back)).toEqual([[2, 2]])
    expect(sent(back, 2, begun).rows.at(-1)).toMatchObject({ place: 4, behind: false })
    expect(leftOut(back, 2, begun).rows.at(-1)).toMatchObject({ place: 4, behind: false })
    expect(again(back, 2, begun, true), 'asked twice').toBe(back)
  })

  test('keep a row that is half typed beside the one that is keyed in again', () => {
    const both = again(fourth, 2, begun, false)
    expect(places(both)).toEqual([
      [1, 4],
      [2, 2],
    ])
    expect(places(gone(sent(both, 2, begun), 2))).toEqual([
      [1, 4],
      [3, 5],
    ])
  })
})
