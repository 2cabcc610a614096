import { BYTE_ORDER_MARK, csvText } from '../src/console/csv.ts'
import { addFigures, type Figures, figuresTable, noFigures } from '../src/console/export/figures.ts'
import type { FileWords } from '../src/console/export/signature-table.ts'
import { signatureHead } from '../src/console/export/signature-table.ts'
import { XlsxWriter } from '../src/console/export/xlsx.ts'
import type { Unreadable } from '../src/console/tally.ts'
import type { Order } from './arguments.ts'
import type { OpenedPage } from './opener.ts'

export interface Written {
  figures: Figures
  unreadable: { id: string; why: Unreadable }[]
}

/** What is done with each piece of the file. */
type Write = (piece: Uint8Array) => void

/** Pages that were opened become a file, in their order; one page is in memory at a time. */
export async function writeExport(
  pages: AsyncIterable<OpenedPage>,
  format: Exclude<Order['format'], 'dump'>,
  file: FileWords,
  write: Write,
  onPage: (envelopes: number) => void,
): Promise<Written> {
  const figures = noFigures()
  const unreadable: Written['unreadable'] = []
  const head = signatureHead(file.words)
  if (format === 'csv') write(Buffer.from(BYTE_ORDER_MARK + csvText([head], file.words.delimiter)))
  const sheets =
    format === 'xlsx' ? new XlsxWriter([file.words.sheets.signatures, file.words.sheets.figures], write) : null
  sheets?.begin(head)
  for await (const page of pages) {
    addFigures(figures, page.figures)
    unreadable.push(...page.unreadable)
    if (page.lines) write(page.lines)
    if (page.cells) sheets?.add(page.cells)
    onPage(figures.envelopes)
  }
  if (sheets) {
    const table = figuresTable(figures, file.words, file)
    sheets.begin(table.head)
    sheets.add(table.rows)
    sheets.end()
  }
  return { figures, unreadable }
}
