import { describe, expect, test } from 'vitest'
import { parseReceiptCode } from '../../protocol/receipt.ts'
import { makeSlips } from '../../src/petition/print/make-slips.ts'
import { countOf, sheetNumbers } from '../../src/petition/print/sheet-choice.ts'
import { readReceipt } from '../../src/petition/receipt-link.ts'

describe('what is printed', () => {
  test.each([
    ['1', 1],
    [' 30 ', 30],
    ['0', null],
    ['31', null],
    ['2,5', null],
    ['', null],
  ])('%j pages are %j of at most thirty', (typed, count) => {
    expect(countOf(typed, 30)).toBe(count)
  })

  test('counts sheets on from the first, or leaves their numbers to be written by hand', () => {
    expect(sheetNumbers('GM-009', 3)).toEqual(['GM-009', 'GM-010', 'GM-011'])
    expect(sheetNumbers('Kara', 2)).toEqual(['Kara', 'Kara-2'])
    expect(sheetNumbers(' ', 2)).toEqual(['', ''])
  })

  test('slips have codes of their own, whose squares lead to the withdrawal as a thank-you’s do', async () => {
    const slips = await makeSlips(12, 'ecrire-2024', 'https://petitions.example', 'en')
    expect(new Set(slips.map((it) => it.code)).size).toBe(12)
    const { default: decodeQR } = await import('qr/decode.js')
    for (const { code, qr } of slips.slice(0, 2)) {
      const link = decodeQR(pixels(qr))
      expect(link.split('#')[0]).toBe('https://petitions.example/en/withdraw')
      const read = readReceipt(link.split('#')[1] ?? '')
      expect(read?.campaign).toBe('ecrire-2024')
      expect(parseReceiptCode(read?.code ?? '')).toBe(code)
    }
  })
})

/** The square as a camera would see it: each module four pixels wide. */
function pixels({ size, path }: { size: number; path: string }) {
  const scale = 4
  const side = size * scale
  const data = new Uint8Array(side * side * 4).fill(255)
  for (const [, x, y, wide] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
    for (let py = 0; py < scale; py++)
      for (let px = 0; px < Number(wide) * scale; px++)
        data.set([0, 0, 0], ((Number(y) * scale + py) * side + Number(x) * scale + px) * 4)
  return { width: side, height: side, data }
}
