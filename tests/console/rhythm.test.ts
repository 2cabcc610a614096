import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Rhythm } from '../../src/console/rhythm.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('tells the last of many words once, and the last of all as well', () => {
  const told: number[] = []
  const rhythm = new Rhythm<number>(200, (n) => told.push(n))
  for (let n = 1; n <= 5; n++) rhythm.tell(n)
  expect(told).toEqual([])
  vi.advanceTimersByTime(200)
  expect(told).toEqual([5])
  rhythm.tell(6)
  vi.advanceTimersByTime(199)
  expect(told).toEqual([5])
  vi.advanceTimersByTime(1)
  expect(told).toEqual([5, 6])
  vi.advanceTimersByTime(1000)
  expect(told).toEqual([5, 6])
})
