import type { ConsoleExportWords } from '../../i18n/fr/console-export.ts'
import { BYTE_ORDER_MARK, csvText } from '../csv.ts'
import { inPieces } from './pieces.ts'

// A table as every kind of file writes it: cells are words already, and whoever writes them escapes what its format needs.

export interface Table {
  /** The sheet's name in a spreadsheet. */
  name: string
  head: string[]
  rows: Iterable<string[]>
}

/** The bytes of a CSV file, as many pieces. `delimiter`: what a spreadsheet of that language expects. */
export function csvPieces({ head, rows }: Table, delimiter: ConsoleExportWords['delimiter']) {
  return inPieces(csvTexts(head, rows, delimiter))
}

/** Rows that papaparse is given at once. */
const AT_ONCE = 200

function* csvTexts(head: string[], rows: Iterable<string[]>, delimiter: ConsoleExportWords['delimiter']) {
  yield BYTE_ORDER_MARK + csvText([head], delimiter)
  let lines: string[][] = []
  for (const row of rows) {
    lines.push(row)
    if (lines.length < AT_ONCE) continue
    yield csvText(lines, delimiter)
    lines = []
  }
  yield csvText(lines, delimiter)
}
