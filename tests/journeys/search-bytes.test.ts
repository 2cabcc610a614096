import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { marksIn } from './search-bytes.ts'

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
    ['gzip', gzipSync(Buffer.from(`before ${mark} after`))],
  ])('finds a mark in %s', (_, bytes) => {
    expect(marksIn(bytes, [mark, 'absent'])).toEqual([mark])
  })

  it('finds nothing where nothing is', () => {
    expect(marksIn(Buffer.from('Ayele-Zebre'), [mark])).toEqual([])
  })
})
