// A file as it lies on the disk, and all that is packed in it.
import { brotliDecompressSync, constants, inflateRawSync, inflateSync } from 'node:zlib'
import { isTable, logRecords, packedBlocks } from './leveldb.ts'

const GZIP = Buffer.from([0x1f, 0x8b, 0x08])
/** Chromium's net/disk_cache/simple/simple_entry_format.h: a header of 24 bytes, the key, the body, and what ends it. */
const CACHE_ENTRY = Buffer.from('305c72a71b6dfbfc', 'hex')
const CACHE_END = Buffer.from('d8410d97456ffaf4', 'hex')
const CACHE_HEADER_BYTES = 24

/** The file itself first, then what could be unpacked from it. */
export function unpacked(file: Buffer, path = ''): Buffer[] {
  return [
    file,
    ...streams(file),
    ...cacheBody(file),
    ...(isTable(file) ? packedBlocks(file) : []),
    ...(path.endsWith('.log') ? [logRecords(file)] : []),
  ]
}

/** Every gzip stream, wherever in the file it begins and whatever stands behind it. */
function streams(file: Buffer): Buffer[] {
  const found: Buffer[] = []
  for (let at = file.indexOf(GZIP); at >= 0; at = file.indexOf(GZIP, at + 1))
    found.push(...tried(() => inflateRawSync(file.subarray(bodyOfGzip(file, at)), SOME)))
  return found
}

/** What came of a stream that was cut off counts, too. */
const SOME = { finishFlush: constants.Z_SYNC_FLUSH }

/** Behind the header, which may name a file (RFC 1952). */
function bodyOfGzip(file: Buffer, start: number): number {
  const flags = file[start + 3] ?? 0
  let at = start + 10
  if (flags & 4) at += 2 + file.readUInt16LE(at)
  if (flags & 8) at = file.indexOf(0, at) + 1
  if (flags & 16) at = file.indexOf(0, at) + 1
  return flags & 2 ? at + 2 : at
}

/** What a server had packed for the road. */
function cacheBody(file: Buffer): Buffer[] {
  if (!file.subarray(0, CACHE_ENTRY.length).equals(CACHE_ENTRY)) return []
  const from = CACHE_HEADER_BYTES + file.readUInt32LE(12)
  const body = file.subarray(from, file.indexOf(CACHE_END, from))
  return [...tried(() => brotliDecompressSync(body)), ...tried(() => inflateSync(body))]
}

/** Most bytes that look like the beginning of something are none. */
function tried(unpack: () => Buffer): Buffer[] {
  try {
    return [unpack()]
  } catch {
    return []
  }
}
