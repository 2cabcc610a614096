// Snappy's raw format (github.com/google/snappy, format_description.txt), as far as reading it: what LevelDB packs its blocks with.

/** @throws RangeError where `packed` is none */
export function unsnap(packed: Uint8Array): Buffer {
  let at = 0
  const byte = (): number => {
    const value = packed[at++]
    if (value === undefined) throw new RangeError('ends too soon')
    return value
  }
  const little = (bytes: number): number => {
    let value = 0
    for (let n = 0; n < bytes; n++) value += byte() * 2 ** (8 * n)
    return value
  }
  const varint = (): number => {
    let value = 0
    for (let n = 0; n < 5; n++) {
      const next = byte()
      value += (next & 0x7f) * 2 ** (7 * n)
      if (next < 0x80) return value
    }
    throw new RangeError('no length')
  }

  const size = varint()
  // No packing makes more of a byte: a copy of 64 takes three.
  if (size > packed.length * 64) throw new RangeError('cannot be so long')
  const out = Buffer.alloc(size)
  let end = 0
  const literal = (length: number) => {
    if (at + length > packed.length || end + length > size) throw new RangeError('a literal that is too long')
    out.set(packed.subarray(at, at + length), end)
    at += length
    end += length
  }
  const copy = (length: number, back: number) => {
    if (back === 0 || back > end || end + length > size) throw new RangeError('a copy from nowhere')
    // Byte by byte: it may reach into what it is writing.
    for (const until = end + length; end < until; end++) out[end] = out[end - back] as number
  }
  while (at < packed.length) {
    const tag = byte()
    const upper = tag >> 2
    switch (tag & 3) {
      case 0:
        literal(1 + (upper < 60 ? upper : little(upper - 59)))
        break
      case 1:
        copy(4 + (upper & 7), ((upper >> 3) << 8) + byte())
        break
      default:
        copy(1 + upper, little((tag & 3) === 2 ? 2 : 4))
    }
  }
  if (end !== size) throw new RangeError('ends too soon')
  return out
}
