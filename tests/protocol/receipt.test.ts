import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatReceiptCode, newReceiptCode, parseReceiptCode } from '../../protocol/receipt.ts'

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const anyCode = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => newReceiptCode(() => bytes))

describe('receipt codes', () => {
  it('are read back as they were written, in any case, with O for 0 and I or L for 1', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        const shown = formatReceiptCode(code)
        expect(shown).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{3}$/)
        expect(parseReceiptCode(shown)).toBe(code)
        expect(parseReceiptCode(` ${shown.toLowerCase().replaceAll('-', ' ')} `)).toBe(code)
        expect(parseReceiptCode(shown.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code)
      }),
    )
  })

  it('are refused when one letter is wrong', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(26), fc.nat(31), (code, at, letter) => {
        const letters = formatReceiptCode(code).replaceAll('-', '')
        const wrong = letters.slice(0, at) + LETTERS.charAt(letter) + letters.slice(at + 1)
        expect(parseReceiptCode(wrong)).toBe(wrong === letters ? code : null)
      }),
    )
  })

  it('are refused when two unlike neighbours were swapped, but for 0 beside Z', () => {
    fc.assert(
      fc.property(anyCode, fc.integer({ min: 1, max: 25 }), (code, at) => {
        const letters = formatReceiptCode(code).replaceAll('-', '')
        const [a, b] = [letters.charAt(at - 1), letters.charAt(at)]
        if (a === b || ['0Z', 'Z0'].includes(a + b)) return
        expect(parseReceiptCode(letters.slice(0, at - 1) + b + a + letters.slice(at + 1))).toBeNull()
      }),
    )
  })

  it('hold 128 bits: the largest and the smallest differ in every letter', () => {
    expect(newReceiptCode(() => new Uint8Array(16))).toBe('0'.repeat(26))
    expect(newReceiptCode(() => new Uint8Array(16).fill(255))).toBe(`7${'Z'.repeat(25)}`)
  })

  it('are not read from anything else', () => {
    for (const typed of [
      '',
      '-',
      'K7QF',
      '8'.repeat(27),
      '0'.repeat(26),
      '0'.repeat(28),
      'U'.repeat(27),
      '\u{1F58B}',
    ]) {
      expect(parseReceiptCode(typed)).toBeNull()
    }
  })
})
