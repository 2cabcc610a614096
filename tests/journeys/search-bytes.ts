// Looks for marks in raw bytes, in the writings that a leak would take.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unpacked } from './unpacked.ts'

/** Shorter marks would be found by chance. */
const SHORTEST = 4

/** A text, or bytes that are none, such as a private key. */
export type Mark = string | Buffer

/** By what a mark is called: one of bytes in hexadecimal. */
export const nameOf = (mark: Mark): string => (typeof mark === 'string' ? mark : mark.toString('hex'))

/** Bytes as they are, in base64 (its three alignments, both alphabets), in hexadecimal and percent-encoded. */
function writingsOfBytes(bytes: Buffer): Buffer[] {
  const aligned = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
    // The letters at both ends mix with neighbouring bytes; what lies between them is the mark's own.
    return text.slice(Math.ceil((shift * 4) / 3), Math.floor(((shift + bytes.length) * 8) / 6))
  })
  const base64 = [...aligned, ...aligned.map((it) => it.replaceAll('+', '-').replaceAll('/', '_'))]
  const hex = bytes.toString('hex')
  const percent = hex.replace(/../g, '%$&')
  const texts = [...base64, hex, hex.toUpperCase(), percent, percent.toUpperCase()]
  return [bytes, ...texts.map((it) => Buffer.from(it))]
}

/** What a mark looks like in JSON of ASCII letters only. */
const escaped = (mark: string) =>
  mark.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** A mark in UTF-8, UTF-16 (both ends) and Latin-1, in JSON, and as `writingsOfBytes`. A mark of bytes has those alone. */
export function writingsOf(mark: Mark): Buffer[] {
  if (typeof mark !== 'string') return writingsOfBytes(mark)
  const utf16le = Buffer.from(mark, 'utf16le')
  const utf16be = Buffer.from(utf16le).swap16()
  // V8 keeps a string of these letters with one byte for each.
  const latin1 = /^[\0-\xff]*$/.test(mark) ? [Buffer.from(mark, 'latin1')] : []
  const inAddress = encodeURIComponent(mark)
  const inForm = inAddress.replaceAll('%20', '+')
  const inSmall = inAddress.replace(/%../g, (it) => it.toLowerCase())
  const texts = [inAddress, inForm, inSmall, JSON.stringify(mark).slice(1, -1), escaped(mark)]
  return [
    ...writingsOfBytes(Buffer.from(mark)),
    ...[utf16le, utf16be, ...latin1],
    ...texts.map((it) => Buffer.from(it)),
  ]
}

/** The names of the marks that stand somewhere in the bytes. */
export type Search = (bytes: Buffer) => Set<string>

/** Looks for many marks at once: what a search costs grows with the bytes, and hardly with the marks. */
export function searchFor(marks: readonly Mark[]): Search {
  const begins = new Uint8Array(2 ** 16)
  const writings = new Map<number, { writing: Buffer; end: number; mark: string }[]>()
  for (const mark of marks) {
    const name = nameOf(mark)
    if (Buffer.byteLength(mark) < SHORTEST) throw new RangeError(`a mark that is too short: ${name}`)
    for (const writing of writingsOf(mark)) {
      const start = writing.readUInt32BE(0)
      begins[start >>> 16] = 1
      const alike = writings.get(start) ?? []
      alike.push({ writing, end: writing.readUInt32BE(writing.length - SHORTEST), mark: name })
      writings.set(start, alike)
    }
  }
  return (bytes) => {
    const found = new Set<string>()
    for (let at = 0; at + SHORTEST <= bytes.length; at++) {
      if (!begins[((bytes[at] as number) << 8) | (bytes[at + 1] as number)]) continue
      for (const { writing, end, mark } of writings.get(bytes.readUInt32BE(at)) ?? []) {
        const last = at + writing.length - SHORTEST
        // Marks begin alike more often than they end alike.
        if (last + SHORTEST > bytes.length || bytes.readUInt32BE(last) !== end) continue
        if (bytes.subarray(at, last).equals(writing.subarray(0, -SHORTEST))) found.add(mark)
      }
    }
    return found
  }
}

/** The marks that stand somewhere in `bytes`, or in what is packed in them. */
export function marksIn(bytes: Buffer, marks: readonly string[]): string[] {
  const search = searchFor(marks)
  const found = new Set(unpacked(bytes).flatMap((it) => [...search(it)]))
  return marks.filter((mark) => found.has(mark))
}

/** Every file below a folder, whole. */
export async function filesIn(folder: string): Promise<{ path: string; bytes: Buffer }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name)
      return { path, bytes: await readFile(path) }
    }),
  )
}
