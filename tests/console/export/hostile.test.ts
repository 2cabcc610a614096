import { Readable } from 'node:stream'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { jsonlPieces } from '../../../src/console/export/jsonl.ts'
import { csvPieces } from '../../../src/console/export/table.ts'
import { xlsxPieces } from '../../../src/console/export/xlsx.ts'
import { HOSTILE_STRINGS } from '../../hostile-strings.ts'
import { contact } from '../fixtures.ts'
import { opened } from './planted.ts'
import { readCsv } from './read-csv.ts'

// Two hundred strings as somebody's message, through each kind of file and back by another reader.

const strings = HOSTILE_STRINGS.filter((text) => text !== '')
const table = { name: 'messages', head: ['message'], rows: strings.map((text) => [text]) }

describe('two hundred hostile strings', () => {
  it('come back from JSON lines code unit by code unit', () => {
    const acts = strings.map((message) => opened({ ...contact(), message } as ReturnType<typeof contact>))
    const lines = Buffer.concat([...jsonlPieces(acts, () => undefined)])
      .toString('utf8')
      .split('\n')
      .slice(0, -1)
    expect(lines.map((line) => JSON.parse(line).body.message)).toEqual(strings)
  })

  it('come back from a spreadsheet code unit by code unit', async () => {
    const file = Buffer.concat([...xlsxPieces([table])])
    const [sheet] = (await readXlsxFile(Readable.from([file]), { trim: false })) as unknown as { data: string[][] }[]
    expect(sheet?.data.slice(1).map(([text]) => text)).toEqual(strings)
  })

  it('come back from CSV as UTF-8 holds them, but for the guard in front of what a spreadsheet would compute', () => {
    const csv = Buffer.concat([...csvPieces(table, ';')]).toString('utf8')
    const cells = readCsv(csv, ';')
      .slice(1)
      .map(([text = '']) => text)
    expect(cells).toHaveLength(strings.length)
    cells.forEach((cell, i) => {
      // A lone half of a pair has no bytes in UTF-8.
      const typed = Buffer.from(strings[i] as string).toString('utf8')
      expect([typed, `'${typed}`]).toContain(cell)
      expect(cell).not.toMatch(/^\s*[=+\-@]/)
    })
  })
})
