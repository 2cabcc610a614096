import { describe, expect, test } from 'vitest'
import { hourBars } from '../../src/stand/hour-bars.ts'

const day = (counts: Record<number, number>) => Array.from({ length: 24 }, (_, hour) => counts[hour] ?? 0)

describe('the bars of a day', () => {
  test('reach from the first signature to the hour that it is', () => {
    const bars = hourBars(day({ 8: 5, 11: 10 }), 14)
    expect(bars.map((it) => it.hour)).toEqual([8, 9, 10, 11, 12, 13, 14])
    expect(bars.map((it) => it.count)).toEqual([5, 0, 0, 10, 0, 0, 0])
    expect(bars.filter((it) => it.now).map((it) => it.hour)).toEqual([14])
  })

  test('are none before the first signature, and never too few to look like a day', () => {
    expect(hourBars(day({}), 9)).toEqual([])
    expect(hourBars(day({ 9: 1 }), 9).map((it) => it.hour)).toEqual([4, 5, 6, 7, 8, 9])
    expect(hourBars(day({ 1: 1 }), 1).map((it) => it.hour)).toEqual([0, 1])
  })

  test('show a late hour also where the clock was set back since', () => {
    expect(hourBars(day({ 8: 1, 17: 2 }), 10).at(-1)?.hour).toBe(17)
  })
})
