import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base64urlLength, fromBase64url, toBase64url } from '../../protocol/base64url.ts'

// Node's own reader forgives everything, so what it writes back tells which text is the one.
const canonical = (text: string) => Buffer.from(text, 'base64url').toString('base64url') === text

describe('base64url', () => {
  it('gives back any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = toBase64url(bytes)
        expect(text).toBe(Buffer.from(bytes).toString('base64url'))
        expect(fromBase64url(text)).toEqual(new Uint8Array(bytes))
      }),
    )
  })

  it('reads a text only where it is the one that its bytes are written in', () => {
    const letters = fc.constantFrom(...'AQgwZaz09-_BCD', '+', '/', '=', ' ', 'é', '\n')
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 9 }), (text) => {
        expect(fromBase64url(text) !== null).toBe(canonical(text))
        expect(base64urlLength(text)).toBe(fromBase64url(text)?.length ?? null)
      }),
      { numRuns: 2000 },
    )
  })

  it('refuses the fifteen and the three other texts of one byte and of two', () => {
    const all = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_']
    expect(all.filter((last) => fromBase64url(`A${last}`))).toEqual(['A', 'Q', 'g', 'w'])
    expect(all.filter((last) => fromBase64url(`AA${last}`)).length).toBe(16)
    expect(all.filter((last) => fromBase64url(`AAA${last}`)).length).toBe(64)
    expect(fromBase64url('A')).toBe(null)
  })
})
