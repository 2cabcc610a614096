import { strToU8, Zip, ZipDeflate } from 'fflate'
import type { Bytes } from './pieces.ts'
import type { Table } from './table.ts'

// A spreadsheet (ECMA-376, SpreadsheetML) written row by row. Every cell is an inline string: no cell can be a formula, a number
// that loses its leading zeros, or a date. Rows go into the zip as they come, so that a hundred thousand of them never stand in
// memory together.

/** Rows of one sheet, the heading included: what spreadsheets can open. */
export const MOST_ROWS = 1_048_576

/** `too-many-rows`: a spreadsheet cannot open so many; CSV can hold them. */
export class XlsxError extends Error {
  readonly problem = 'too-many-rows'
  override name = 'XlsxError'

  constructor() {
    super('too-many-rows')
  }
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The file's bytes, one sheet for each table. @throws XlsxError */
export function* xlsxPieces(tables: readonly Table[]): Generator<Bytes> {
  let ready: Bytes[] = []
  const writer = new XlsxWriter(
    tables.map(({ name }) => name),
    (piece) => void ready.push(piece),
  )
  for (const { head, rows } of tables) {
    writer.begin(head)
    for (const some of inBunches(rows)) {
      writer.add(some)
      yield* ready
      ready = []
    }
  }
  writer.end()
  yield* ready
}

/** Rows that are packed at once. */
const AT_ONCE = 200

function* inBunches(rows: Iterable<string[]>): Generator<string[][]> {
  let bunch: string[][] = []
  for (const row of rows) {
    bunch.push(row)
    if (bunch.length < AT_ONCE) continue
    yield bunch
    bunch = []
  }
  if (bunch.length > 0) yield bunch
}

/** Writes sheet after sheet, in the order of `names`, as their rows come. */
export class XlsxWriter {
  private readonly zip: Zip
  private sheet: ZipDeflate | null = null
  private sheets = 0
  private row = 0

  constructor(names: readonly string[], write: (piece: Bytes) => void) {
    this.zip = new Zip((error, piece) => {
      if (error) throw error
      write(piece as Bytes)
    })
    this.whole('[Content_Types].xml', contentTypes(names.length))
    this.whole('_rels/.rels', relations([`${OFFICE}/officeDocument`, 'xl/workbook.xml']))
    this.whole('xl/workbook.xml', workbook(names))
    this.whole(
      'xl/_rels/workbook.xml.rels',
      relations(...names.map((_, i): Relation => [`${OFFICE}/worksheet`, `worksheets/sheet${i + 1}.xml`]), [
        `${OFFICE}/styles`,
        'styles.xml',
      ]),
    )
    this.whole('xl/styles.xml', STYLES)
  }

  /** The next sheet, with its heading. */
  begin(head: readonly string[]): void {
    this.finishSheet()
    this.sheet = this.entry(`xl/worksheets/sheet${++this.sheets}.xml`)
    this.row = 1
    // The first row stays in sight; columns are wide enough for names.
    this.sheet.push(
      strToU8(
        `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${head.length}" width="18" customWidth="1"/></cols><sheetData>${rowXml(1, head, 1)}`,
      ),
    )
  }

  /** @throws XlsxError */
  add(rows: Iterable<readonly string[]>): void {
    let text = ''
    for (const row of rows) {
      if (++this.row > MOST_ROWS) throw new XlsxError()
      text += rowXml(this.row, row, 0)
    }
    this.sheet?.push(strToU8(text))
  }

  end(): void {
    this.finishSheet()
    this.zip.end()
  }

  private finishSheet(): void {
    this.sheet?.push(strToU8('</sheetData></worksheet>'), true)
    this.sheet = null
  }

  private whole(name: string, text: string): void {
    this.entry(name).push(strToU8(text), true)
  }

  private entry(name: string): ZipDeflate {
    const entry = new ZipDeflate(name, { level: 6 })
    this.zip.add(entry)
    return entry
  }
}

/** `style`: 0 plain, 1 bold; both say "text", so that who types into a cell keeps the zeros too. */
function rowXml(at: number, cells: readonly string[], style: 0 | 1): string {
  let xml = `<row r="${at}">`
  for (let i = 0; i < cells.length; i++) {
    const text = cells[i]
    if (text)
      xml += `<c r="${letters(i)}${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`
  }
  return `${xml}</row>`
}

/** `A` … `Z`, `AA` … */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_IN_XML = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}/gu
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g

/**
 * Escaped for XML; what XML cannot hold as `_x0001_` (ECMA-376 part 1, §22.9.2.19, ST_Xstring), so that it comes back as it was. A
 * carriage return too: XML readers make line feeds of it.
 */
export function cellText(text: string): string {
  return text
    .replace(LOOKS_ESCAPED, '_x005F_')
    .replace(NOT_IN_XML, (it) => `_x${it.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

const attribute = (text: string): string => cellText(text).replaceAll('"', '&quot;')

type Relation = [type: string, target: string]

const relations = (...all: Relation[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const contentTypes = (sheets: number): string =>
  `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>${Array.from(
    { length: sheets },
    (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`,
  ).join('')}</Types>`

const workbook = (names: readonly string[]): string =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names
    .map((name, i) => `<sheet name="${attribute(sheetName(name))}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('')}</sheets></workbook>`

/** Spreadsheets allow 31 characters, and not these. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)

/** Number format 49 is "@", text. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`
