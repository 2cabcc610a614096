import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { logRecords } from './leveldb.ts'
import { marksIn, searchFor } from './search-bytes.ts'
import { unsnap } from './snappy.ts'

// The canary tests rest on this search: it has to find a leak in every writing it claims to know.
describe('the search for marks', () => {
  const mark = 'Ayélé-Zébré'
  const around = (bytes: Buffer) => Buffer.concat([Buffer.from([1, 2, 3]), bytes, Buffer.from([4, 5])])

  it.each([
    ['UTF-8', around(Buffer.from(mark))],
    ['UTF-16LE', around(Buffer.from(mark, 'utf16le'))],
    ['UTF-16BE', around(Buffer.from(mark, 'utf16le').swap16())],
    ['base64, first alignment', Buffer.from(Buffer.from(`${mark} and more`).toString('base64'))],
    ['base64, second alignment', Buffer.from(Buffer.from(`x${mark} and more`).toString('base64'))],
    ['base64, third alignment', Buffer.from(Buffer.from(`xy${mark} and more`).toString('base64'))],
    ['percent-encoding', Buffer.from(`?name=${encodeURIComponent(mark)}&x`)],
    ['percent-encoding, small letters', Buffer.from('?name=Ay%c3%a9l%c3%a9-Z%c3%a9br%c3%a9')],
    ['hexadecimal', Buffer.from(Buffer.from(`x${mark}y`).toString('hex'))],
    ['hexadecimal in capitals', Buffer.from(Buffer.from(`x${mark}y`).toString('hex').toUpperCase())],
    ['JSON of ASCII letters', Buffer.from('{"name":"Ay\\u00e9l\\u00e9-Z\\u00e9br\\u00e9"}')],
    ['Latin-1', around(Buffer.from(mark, 'latin1'))],
    ['gzip', gzipSync(Buffer.from(`before ${mark} after`))],
    ['gzip that begins somewhere', around(gzipSync(Buffer.from(`before ${mark} after`)))],
    ['brotli in a browser’s cache', cacheEntry(brotliCompressSync(Buffer.from(`before ${mark} after`)))],
    ['a packed block of LevelDB', tableOf(snapped(mark))],
  ])('finds a mark in %s', (_, bytes) => {
    expect(marksIn(bytes, [mark, 'absent'])).toEqual([mark])
  })

  it('finds bytes that are no text, as a private key, as they are and written out', () => {
    const key = Buffer.from('00ff80c3e7d27a11b95e03f4410d97456ffaf4d8', 'hex')
    const search = searchFor([key])
    const name = key.toString('hex')
    const jwk = (shift: number) => Buffer.from(Buffer.concat([Buffer.alloc(shift), key]).toString('base64url'))
    for (const bytes of [around(key), Buffer.from(`x${name}`), jwk(0), jwk(1), jwk(2)])
      expect([...search(bytes)]).toEqual([name])
    expect([...search(around(key.subarray(1)))]).toEqual([])
  })

  it('needs the unpacking for that: as it lies there, the block does not hold the mark', () => {
    expect(snapped(mark).includes(Buffer.from(mark))).toBe(false)
    expect(unsnap(snapped(mark)).includes(Buffer.from(mark))).toBe(true)
  })

  it('finds a record that a log has cut in two', () => {
    const [first, rest] = [Buffer.alloc(32 * 1024 - 7 - 7 - 3), Buffer.from(mark)]
    const log = Buffer.concat([logPart(1, first), logPart(2, rest.subarray(0, 3)), logPart(4, rest.subarray(3))])
    expect(marksIn(log, [mark])).toEqual([])
    expect(marksIn(logRecords(log), [mark])).toEqual([mark])
  })

  it('says of damaged blocks that they are, and reads nothing beside them', () => {
    expect(() => unsnap(Buffer.from([5, 0x0c, 1, 2]))).toThrow(RangeError)
    expect(() => unsnap(Buffer.from([8, 0x00, 1, 0x0d, 9]))).toThrow(RangeError)
    expect(() => unsnap(Buffer.from([0xff, 0xff, 0xff, 0xff, 0x0f]))).toThrow(RangeError)
  })

  it('finds nothing where nothing is', () => {
    expect(marksIn(Buffer.from('Ayele-Zebre'), [mark])).toEqual([])
  })
})

/** A text with the mark in it, packed by Snappy so that the mark's own letters are copies of others: "Z" and what it shares. */
function snapped(mark: string): Buffer {
  const bytes = Buffer.from(mark)
  const cut = 5
  // [the mark's rest][its beginning], and then both in the right order, as copies.
  const shuffled = Buffer.concat([bytes.subarray(cut), bytes.subarray(0, cut)])
  const n = bytes.length
  return Buffer.from([
    2 * n,
    (n - 1) << 2,
    ...shuffled,
    ...[((cut - 1) << 2) | 2, cut, 0],
    ...[((n - cut - 1) << 2) | 2, n + cut, 0],
  ])
}

/** A table of LevelDB with one block. */
function tableOf(packed: Buffer): Buffer {
  const trailer = (type: number) => [type, 0, 0, 0, 0]
  const handle = [0, packed.length]
  const index = Buffer.from([0, 1, handle.length, 0x61, ...handle, 0, 0, 0, 0, 1, 0, 0, 0])
  const at = packed.length + 5
  const footer = Buffer.alloc(48)
  footer.set([0, 0, at, index.length])
  Buffer.from('57fb808b247547db', 'hex').copy(footer, 40)
  return Buffer.concat([packed, Buffer.from(trailer(1)), index, Buffer.from(trailer(0)), footer])
}

function logPart(type: number, bytes: Buffer): Buffer {
  const header = Buffer.alloc(7)
  header.writeUInt16LE(bytes.length, 4)
  header[6] = type
  return Buffer.concat([header, bytes])
}

function cacheEntry(body: Buffer): Buffer {
  const key = Buffer.from('1/0/http://localhost/')
  const header = Buffer.alloc(24)
  Buffer.from('305c72a71b6dfbfc', 'hex').copy(header)
  header.writeUInt32LE(key.length, 12)
  return Buffer.concat([header, key, body, Buffer.from('d8410d97456ffaf4', 'hex'), Buffer.alloc(16)])
}
