// Looks for marks in raw bytes, in the writings that a leak would take.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** A mark in UTF-8, UTF-16 (both ends), base64 (its three alignments) and percent-encoding. */
export function writingsOf(mark: string): Buffer[] {
  const utf8 = Buffer.from(mark)
  const utf16le = Buffer.from(mark, 'utf16le')
  const utf16be = Buffer.from(utf16le).swap16()
  const aligned = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), utf8]).toString('base64')
    // The letters at both ends mix with neighbouring bytes; what lies between them is the mark's own.
    return text.slice(Math.ceil((shift * 4) / 3), Math.floor(((shift + utf8.length) * 8) / 6))
  })
  const percent = [...utf8].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
  const writings = [utf8, utf16le, utf16be, ...aligned.map((it) => Buffer.from(it)), Buffer.from(percent)]
  return [...writings, Buffer.from(encodeURIComponent(mark)), Buffer.from(JSON.stringify(mark).slice(1, -1))]
}

/** The marks that stand somewhere in `bytes`; gzip is looked into. */
export function marksIn(bytes: Buffer, marks: string[]): string[] {
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes
  return marks.filter((mark) => writingsOf(mark).some((writing) => plain.includes(writing)))
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
