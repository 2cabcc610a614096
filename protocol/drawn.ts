import { fromBase64url, toBase64url } from './base64url.ts'

// A drawn signature as it travels in `SignatureBody.drawn`: where the finger went, and nothing of how fast or how hard, which
// would say more of a person than a name on paper does.

/** The drawing's width, in the unit of its points, whatever screen it was drawn on. */
export const DRAWN_WIDTH = 1000
/** A signature has a handful; more is a game. */
export const MOST_STROKES = 200
/** As `SignatureBody` allows. */
export const MOST_DRAWN_BYTES = 8 * 1024

export interface Point {
  x: number
  y: number
}

/** From where the finger touched to where it left; one point is a dot. */
export type Stroke = readonly Point[]

/** `height` and points in units of a thousandth of the width; x and y from the upper left corner. */
export interface DrawnSignature {
  height: number
  strokes: readonly Stroke[]
}

const VERSION = 1
const HEADER_BYTES = 3

/**
 * Bytes, as base64url: version (1 byte, 1), height (2 bytes, big-endian), then stroke after stroke: the number of its points
 * (LEB128), and for each point its x and y as the difference to the point before (zigzag LEB128; the very first to 0, 0).
 * Points are thinned out as far as the 8 KiB ask. @throws RangeError with more than `MOST_STROKES`
 */
export function encodeDrawn({ height, strokes }: DrawnSignature): string {
  if (strokes.length > MOST_STROKES) throw new RangeError('too many strokes')
  for (let apart = 2; ; apart *= 2) {
    const bytes = bytesOf(height, strokes, apart)
    if (bytes.length <= MOST_DRAWN_BYTES) return toBase64url(Uint8Array.from(bytes))
  }
}

/** Null where the text is not exactly such bytes. */
export function decodeDrawn(text: string): DrawnSignature | null {
  const bytes = fromBase64url(text)
  if (!bytes || bytes.length < HEADER_BYTES || bytes.length > MOST_DRAWN_BYTES || bytes[0] !== VERSION) return null
  const height = new DataView(bytes.buffer).getUint16(1)
  const read = reader(bytes.subarray(HEADER_BYTES))
  const strokes: Stroke[] = []
  let x = 0
  let y = 0
  while (!read.ended()) {
    const length = read.number()
    if (length === null || length === 0 || length > bytes.length || strokes.length === MOST_STROKES) return null
    const stroke: Point[] = []
    while (stroke.length < length) {
      const dx = read.number()
      const dy = read.number()
      if (dx === null || dy === null) return null
      x += unzigzag(dx)
      y += unzigzag(dy)
      if (x < 0 || y < 0 || x > DRAWN_WIDTH || y > height) return null
      stroke.push({ x, y })
    }
    strokes.push(stroke)
  }
  return { height, strokes }
}

const whole = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)))

function bytesOf(height: number, strokes: readonly Stroke[], apart: number): number[] {
  const tall = whole(height, 0xffff)
  const bytes = [VERSION, tall >> 8, tall & 0xff]
  let x = 0
  let y = 0
  for (const stroke of strokes) {
    const points = thinned(stroke, apart)
    if (points.length === 0) continue
    write(bytes, points.length)
    for (const point of points) {
      const to = { x: whole(point.x, DRAWN_WIDTH), y: whole(point.y, tall) }
      write(bytes, zigzag(to.x - x))
      write(bytes, zigzag(to.y - y))
      x = to.x
      y = to.y
    }
  }
  return bytes
}

/** The first and the last point, and between them those that are at least `apart` from the one kept before. */
function thinned(stroke: Stroke, apart: number): Point[] {
  const kept: Point[] = []
  stroke.forEach((point, i) => {
    const before = kept.at(-1)
    const last = i === stroke.length - 1
    if (!before || last || Math.hypot(point.x - before.x, point.y - before.y) >= apart) kept.push(point)
  })
  return kept
}

const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value)
const unzigzag = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2)

function write(bytes: number[], value: number): void {
  let rest = value
  while (rest > 127) {
    bytes.push((rest & 127) | 128)
    rest >>= 7
  }
  bytes.push(rest)
}

function reader(bytes: Uint8Array) {
  let at = 0
  return {
    ended: () => at >= bytes.length,
    /** Null where the bytes end within it, it is larger than any that `encodeDrawn` writes, or written longer than it needs. */
    number(): number | null {
      let value = 0
      for (let shift = 0; shift <= 14; shift += 7) {
        const byte = bytes[at++]
        if (byte === undefined) return null
        value |= (byte & 127) << shift
        if (byte < 128) return byte === 0 && shift > 0 ? null : value
      }
      return null
    },
  }
}
