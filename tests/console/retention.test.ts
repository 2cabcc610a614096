import { expect, test } from 'vitest'
import { daysUntil, retentionNotice } from '../../src/console/ending/retention.ts'

test('says so 30 days before the promised destruction, 7 days before, on the day, and after it', () => {
  const on = (today: string) => retentionNotice('2027-03-31', today)
  expect([on('2027-02-28'), on('2027-03-01'), on('2027-03-23')]).toEqual([null, 'soon', 'soon'])
  expect([on('2027-03-24'), on('2027-03-30'), on('2027-03-31'), on('2027-04-01')]).toEqual([
    'near',
    'near',
    'today',
    'late',
  ])
})

test('counts days by the calendar, whatever the clocks do in between', () => {
  expect(daysUntil('2027-04-01', '2027-03-01')).toBe(31)
  expect(daysUntil('2026-12-31', '2027-01-02')).toBe(-2)
})
