import * as z from 'zod/mini'
import { sha256Base64url } from './base64url.ts'
import { type RandomBytes, systemRandom } from './ids.ts'

// The receipt's code: 128 random bits as 26 letters of Crockford's base 32 (no I, L, O, U), and a check letter by the
// Luhn mod N algorithm (N = 32; ISO/IEC 7812-1 annex B generalised), which catches every single wrong letter and nearly
// every swap of neighbours, so that a typing slip is told apart from a code that does not exist.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 26

/** 26 upper-case Crockford letters; the first is at most 7, because 26 letters hold 130 bits and a code has 128. */
export const ReceiptCode = z.string().check(z.regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/))

/** A new code without its check letter. */
export function newReceiptCode(random: RandomBytes = systemRandom): string {
  let value = 0n
  for (const byte of random(16)) value = (value << 8n) | BigInt(byte)
  let code = ''
  for (let i = 0; i < LENGTH; i++) {
    code = LETTERS.charAt(Number(value & 31n)) + code
    value >>= 5n
  }
  return code
}

function checkLetter(code: string): string {
  let sum = 0
  for (let i = code.length - 1, factor = 2; i >= 0; i--, factor = 3 - factor) {
    const addend = LETTERS.indexOf(code.charAt(i)) * factor
    sum += Math.floor(addend / 32) + (addend % 32)
  }
  return LETTERS.charAt((32 - (sum % 32)) % 32)
}

/** The code as people read it: `K7QF-2M8D-XT4P-9HBC-J5RW-3NAE-Y2Z`, check letter last. */
export function formatReceiptCode(code: string): string {
  return (code + checkLetter(code)).replace(/(.{4})(?=.)/g, '$1-')
}

/**
 * What a person typed or a QR held, to a code without its check letter; null where it is not one. Case, spaces and dashes do
 * not count, and O, I, L are read as 0, 1, 1 (Crockford's rule).
 */
export function parseReceiptCode(typed: string): string | null {
  const letters = typed
    .toUpperCase()
    .replace(/[\s\u2010-\u2015-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const code = letters.slice(0, LENGTH)
  if (letters.length !== LENGTH + 1 || !z.safeParse(ReceiptCode, code).success) return null
  return letters.slice(LENGTH) === checkLetter(code) ? code : null
}

/** The tag that stands in clear on each envelope of a sitting: base64url SHA-256 of `paraphe/withdraw/1 ‖ campaign ‖ code`. */
export const withdrawTag = (campaign: string, code: string): Promise<string> =>
  sha256Base64url(`paraphe/withdraw/1${campaign}${code}`)
