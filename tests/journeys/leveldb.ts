// What LevelDB wrote, as its readers see it: Chromium keeps IndexedDB and both storages so. By leveldb's doc/table_format.md and
// doc/log_format.md.
import { unsnap } from './snappy.ts'

const TABLE_MAGIC = Buffer.from('57fb808b247547db', 'hex')
const FOOTER_BYTES = 48
const SNAPPY = 1
/** After each block: how it is packed, and a checksum. */
const TRAILER_BYTES = 5

const LOG_BLOCK_BYTES = 32 * 1024
/** checksum 4 · length 2 · type 1 */
const LOG_HEADER_BYTES = 7

export const isTable = (file: Buffer): boolean =>
  file.length >= FOOTER_BYTES && file.subarray(file.length - TABLE_MAGIC.length).equals(TABLE_MAGIC)

/** Every block of a table that is packed, unpacked. @throws RangeError where the table is damaged */
export function packedBlocks(table: Buffer): Buffer[] {
  const footer = cursor(table, table.length - FOOTER_BYTES)
  handleAt(footer)
  const index = blockAt(table, handleAt(footer))
  return handlesIn(index.bytes).flatMap((handle) => {
    const { bytes, packed } = blockAt(table, handle)
    return packed ? [bytes] : []
  })
}

/** What a log's records hold, one after the other; a record that goes over several blocks is whole again. */
export function logRecords(log: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let block = 0; block < log.length; block += LOG_BLOCK_BYTES) {
    const end = Math.min(log.length, block + LOG_BLOCK_BYTES)
    for (let at = block; at + LOG_HEADER_BYTES <= end; ) {
      const from = at + LOG_HEADER_BYTES
      const to = from + log.readUInt16LE(at + 4)
      // Zeros: room that was reserved, or the end of a block.
      if (log[at + 6] === 0 || to > end) break
      parts.push(log.subarray(from, to))
      at = to
    }
  }
  return Buffer.concat(parts)
}

interface Handle {
  offset: number
  size: number
}

interface Cursor {
  bytes: Buffer
  at: number
}

const cursor = (bytes: Buffer, at = 0): Cursor => ({ bytes, at })

function varint(from: Cursor): number {
  let value = 0
  for (let n = 0; n < 10; n++) {
    const next = from.bytes[from.at++]
    if (next === undefined) throw new RangeError('ends too soon')
    value += (next & 0x7f) * 2 ** (7 * n)
    if (next < 0x80) return value
  }
  throw new RangeError('no number')
}

const handleAt = (from: Cursor): Handle => ({ offset: varint(from), size: varint(from) })

function blockAt(table: Buffer, { offset, size }: Handle): { bytes: Buffer; packed: boolean } {
  if (offset + size + TRAILER_BYTES > table.length) throw new RangeError('a block outside of its table')
  const bytes = table.subarray(offset, offset + size)
  const packed = table[offset + size] === SNAPPY
  return { bytes: packed ? unsnap(bytes) : bytes, packed }
}

/** The blocks that an index names: the values of its entries. */
function handlesIn(index: Buffer): Handle[] {
  const restarts = index.readUInt32LE(index.length - 4)
  const entries = index.subarray(0, index.length - 4 * (restarts + 1))
  const found: Handle[] = []
  const from = cursor(entries)
  while (from.at < entries.length) {
    varint(from)
    const key = varint(from)
    const value = varint(from)
    from.at += key
    found.push(handleAt(cursor(entries, from.at)))
    from.at += value
  }
  return found
}
