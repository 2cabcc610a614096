import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBase64url } from '../../protocol/base64url.ts'
import {
  DRAWN_WIDTH,
  type DrawnSignature,
  decodeDrawn,
  encodeDrawn,
  MOST_DRAWN_BYTES,
  MOST_STROKES,
} from '../../protocol/drawn.ts'

const HEIGHT = 400
const point = fc.record({ x: fc.integer({ min: 0, max: DRAWN_WIDTH }), y: fc.integer({ min: 0, max: HEIGHT }) })
const drawing = (strokes: number, points: number): fc.Arbitrary<DrawnSignature> =>
  fc.record({
    height: fc.constant(HEIGHT),
    strokes: fc.array(fc.array(point, { minLength: 1, maxLength: points }), { maxLength: strokes }),
  })

const bytesIn = (text: string) => Math.floor((text.length * 3) / 4)
const ends = ({ strokes }: DrawnSignature) => strokes.map((it) => [it[0], it.at(-1)])

describe('a drawn signature', () => {
  it('comes back with every stroke where it began and ended, and its points in order', () => {
    fc.assert(
      fc.property(drawing(8, 30), (drawn) => {
        const back = decodeDrawn(encodeDrawn(drawn))
        expect(back && ends(back)).toEqual(ends(drawn))
        back?.strokes.forEach((stroke, i) => {
          let at = -1
          for (const it of stroke) {
            at = (drawn.strokes[i] ?? []).findIndex((point, n) => n > at && point.x === it.x && point.y === it.y)
            expect(at).toBeGreaterThanOrEqual(0)
          }
        })
      }),
    )
  })

  it('never takes more than 8 KiB, however long somebody scribbles', () => {
    fc.assert(
      fc.property(drawing(MOST_STROKES, 400), (drawn) => {
        const text = encodeDrawn(drawn)
        expect(bytesIn(text)).toBeLessThanOrEqual(MOST_DRAWN_BYTES)
        const back = decodeDrawn(text)
        expect(back && ends(back)).toEqual(ends(drawn))
      }),
      { numRuns: 30 },
    )
  })

  it('is these bytes for ever', () => {
    const drawn = {
      height: 300,
      strokes: [
        [
          { x: 10, y: 20 },
          { x: 210, y: 15 },
        ],
        [{ x: 1000, y: 300 }],
      ],
    }
    expect(encodeDrawn(drawn)).toBe('AQEsAhQokAMJAawMugQ')
    expect(decodeDrawn('AQEsAhQokAMJAawMugQ')).toEqual(drawn)
  })

  it('outside its frame is drawn to the edge, and more strokes than a signature has are refused', () => {
    const stroke = [{ x: -5, y: 900 }]
    expect(decodeDrawn(encodeDrawn({ height: 300, strokes: [stroke] }))?.strokes).toEqual([[{ x: 0, y: 300 }]])
    expect(() => encodeDrawn({ height: 300, strokes: Array(MOST_STROKES + 1).fill(stroke) })).toThrow(RangeError)
  })

  it.each([
    ['nothing', []],
    ['another version', [2, 1, 44]],
    ['a stroke without points', [1, 1, 44, 0]],
    ['bytes that end in a stroke', [1, 1, 44, 2, 20, 40]],
    ['a point left of the frame', [1, 1, 44, 1, 1, 0]],
    ['a point below the frame', [1, 0, 5, 1, 0, 12]],
    ['a number written longer than it needs', [1, 1, 44, 0x81, 0, 0, 0]],
    ['a number that never ends', [1, 1, 44, 0x81, 0x81, 0x81, 0x81, 0]],
  ])('is not %s', (_, bytes) => {
    expect(decodeDrawn(toBase64url(Uint8Array.from(bytes)))).toBeNull()
  })
})
