import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { signatureTable } from '../../../src/console/export/signature-table.ts'
import { csvPieces } from '../../../src/console/export/table.ts'
import { xlsxPieces } from '../../../src/console/export/xlsx.ts'
import { HOSTILE_NAMES } from '../../hostile-strings.ts'
import { signature } from '../fixtures.ts'
import { english, french, HOSTILE, opened, planted } from './planted.ts'
import { readCsv } from './read-csv.ts'

// For scripts/check-office.mjs: the files of an export, and what has to stand in them.

/** What an office program cannot be asked for: halves of characters, controls, and more than a cell can show. */
const SHOWN = /^[^\p{Cs}\p{Cc}\p{Cn}\p{Co}\u2028\u2029]{1,200}$/u

export function writeFiles(folder: string): { truth: string[][]; read: (csv: string) => string[][] } {
  const names = [...HOSTILE, ...HOSTILE_NAMES].map((it) => it.trim()).filter((it) => SHOWN.test(it))
  const named = names.map((lastName, i) => {
    const act = opened(signature({ lastName, town: `00${i}`, quarter: 'Évêché d’Aného, Ɖɔŋgbɛ' }))
    return { act, petition: 'joel', standing: 'valid' as const, reason: 'first' as const, like: null }
  })
  const all = [...planted().signatures.filter(({ act }) => SHOWN.test(act.body.person.lastName)), ...named]
  const write = (name: string, pieces: Iterable<Uint8Array>) =>
    writeFileSync(join(folder, name), Buffer.concat([...pieces]))
  write('french.csv', csvPieces(signatureTable(all, french), ';'))
  write('english.csv', csvPieces(signatureTable(all, english), ','))
  write('sheet.xlsx', xlsxPieces([signatureTable(all, french)]))
  return {
    truth: all.map(({ act }) => {
      const { firstName, lastName, phone = '', town = '', quarter = '' } = act.body.person
      return [firstName, lastName, phone, town, quarter]
    }),
    read: (csv) => {
      const [head = [], ...rows] = readCsv(`\ufeff${csv.replace(/\r?\n/g, '\r\n')}`, ',')
      const { columns } = (head.includes('first name') ? english : french).words
      const at = (['firstName', 'lastName', 'phone', 'town', 'quarter'] as const).map((it) => head.indexOf(columns[it]))
      return rows.map((row) => at.map((i) => row[i] ?? ''))
    },
  }
}
