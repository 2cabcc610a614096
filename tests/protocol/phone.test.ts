import { describe, expect, it } from 'vitest'
import { Phone } from '../../protocol/act.ts'
import { readPhone } from '../../protocol/phone.ts'

const togo = { callingCode: '228', digits: 8 }

describe('a phone number as people type it', () => {
  it.each([
    '90123456',
    '90 12 34 56',
    '90.12.34.56',
    '90-12-34-56',
    '+22890123456',
    '+228 90 12 34 56',
    '00228 90123456',
    '(+228) 90 12 34 56',
    '228 90 12 34 56',
    '90\u00a012\u202f34 56',
  ])('%s is a number of Togo', (typed) => {
    expect(readPhone(typed, togo)).toEqual({ phone: '+22890123456' })
  })

  it.each([
    ['+33 6 12 34 56 78', '+33612345678'],
    ['0033612345678', '+33612345678'],
    ['+229 01 97 00 00 00', '+2290197000000'],
    ['+1 (212) 555-0100', '+12125550100'],
  ])('%s is a number from abroad', (typed, phone) => {
    expect(readPhone(typed, togo)).toEqual({ phone })
    expect(Phone.safeParse(phone).success).toBe(true)
  })

  it('says how many digits are missing or too many', () => {
    expect(readPhone('90 12 34', togo)).toEqual({ problem: 'too-short', by: 2 })
    expect(readPhone('+228 90 12 34 567', togo)).toEqual({ problem: 'too-long', by: 1 })
    expect(readPhone('228 90 12 34 5', togo)).toEqual({ problem: 'too-long', by: 2 })
    expect(readPhone('+33 6', togo)).toEqual({ problem: 'too-short', by: 4 })
    expect(readPhone(`+33${'1'.repeat(14)}`, togo)).toEqual({ problem: 'too-long', by: 1 })
  })

  it.each(['', 'abc', '90 12 34 5x', '+', '++22890123456', '+0123456789', '٩٠١٢٣٤٥٦'])(
    '%s is not a number',
    (typed) => {
      expect(readPhone(typed, togo)).toEqual({ problem: 'not-a-number' })
    },
  )
})
