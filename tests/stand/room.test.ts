import { describe, expect, it } from 'vitest'
import { roomOf } from '../../src/stand/room.ts'

const TODAY = '2026-11-22'
const checked = { at: 1, day: TODAY, passed: true }
const yesterday = { ...checked, day: '2026-11-21' }
const failed = { ...checked, passed: false }

describe('an enrolled tablet', () => {
  it('begins each day with the check, and until it has passed', () => {
    expect(roomOf({ checked: null, open: false }, null, TODAY)).toBe('check')
    expect(roomOf({ checked: yesterday, open: false }, null, TODAY)).toBe('check')
    expect(roomOf({ checked: failed, open: false }, null, TODAY)).toBe('check')
    expect(roomOf({ checked, open: false }, null, TODAY)).toBe('menu')
  })

  it('is not opened to strangers without a check of this day', () => {
    for (const it of [null, yesterday, failed])
      expect(roomOf({ checked: it, open: false }, 'kiosk', TODAY)).toBe('check')
    expect(roomOf({ checked, open: false }, 'kiosk', TODAY)).toBe('kiosk')
  })

  it('is in the kiosk again after a reload or a restart, whatever the day', () => {
    expect(roomOf({ checked, open: true }, null, TODAY)).toBe('kiosk')
    expect(roomOf({ checked: yesterday, open: true }, null, TODAY)).toBe('kiosk')
    expect(roomOf({ checked: yesterday, open: true }, 'kiosk', TODAY)).toBe('kiosk')
  })

  it('lets the team go everywhere else', () => {
    expect(roomOf({ checked: failed, open: false }, 'tally', TODAY)).toBe('tally')
    expect(roomOf({ checked: yesterday, open: false }, 'menu', TODAY)).toBe('menu')
  })
})
