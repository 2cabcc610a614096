// Looks for marks in raw bytes, in the writings that a leak would take.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unpacked } from './unpacked.ts'

/** Shorter marks would be found by chance. */
const SHORTEST = 4

/** A mark in UTF-8, UTF-16 (both ends), Latin-1, base64 (its three alignments, both alphabets) and percent-encoding. */
export function writingsOf(mark: string): Buffer[] {
  const utf8 = Buffer.from(mark)
  const utf16le = Buffer.from(mark, 'utf16le')
  const utf16be = Buffer.from(utf16le).swap16()
  // V8 keeps a string of these letters with one byte for each.
  const latin1 = /^[\0-\xff]*$/.test(mark) ? [Buffer.from(mark, 'latin1')] : []
  const aligned = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), utf8]).toString('base64')
    // The letters at both ends mix with neighbouring bytes; what lies between them is the mark's own.
    return text.slice(Math.ceil((shift * 4) / 3), Math.floor(((shift + utf8.length) * 8) / 6))
  })
  const base64 = [...aligned, ...aligned.map((it) => it.replaceAll('+', '-').replaceAll('/', '_'))]
  const percent = [...utf8].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
  const texts = [...base64, percent, encodeURIComponent(mark), JSON.stringify(mark).slice(1, -1)]
  return [utf8, utf16le, utf16be, ...latin1, ...texts.map((it) => Buffer.from(it))]
}

export type Search = (bytes: Buffer) => Set<string>

/** Looks for many marks at once: what a search costs grows with the bytes, and hardly with the marks. */
export function searchFor(marks: readonly string[]): Search {
  const begins = new Uint8Array(2 ** 16)
  const writings = new Map<number, { writing: Buffer; mark: string }[]>()
  for (const mark of marks) {
    if (Buffer.byteLength(mark) < SHORTEST) throw new RangeError(`a mark that is too short: ${mark}`)
    for (const writing of writingsOf(mark)) {
      const start = writing.readUInt32BE(0)
      begins[start >>> 16] = 1
      writings.set(start, [...(writings.get(start) ?? []), { writing, mark }])
    }
  }
  return (bytes) => {
    const found = new Set<string>()
    for (let at = 0; at + SHORTEST <= bytes.length; at++) {
      if (!begins[((bytes[at] as number) << 8) | (bytes[at + 1] as number)]) continue
      for (const { writing, mark } of writings.get(bytes.readUInt32BE(at)) ?? [])
        if (bytes.subarray(at, at + writing.length).equals(writing)) found.add(mark)
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
