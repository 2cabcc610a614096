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
  const zip = zipping()
  zip.whole('[Content_Types].xml', contentTypes(tables.length))
  zip.whole('_rels/.rels', relations([`${OFFICE}/officeDocument`, 'xl/workbook.xml']))
  zip.whole('xl/workbook.xml', workbook(tables))
  zip.whole(
    'xl/_rels/workbook.xml.rels',
    relations(...tables.map((_, i): Relation => [`${OFFICE}/worksheet`, `worksheets/sheet${i + 1}.xml`]), [
      `${OFFICE}/styles`,
      'styles.xml',
    ]),
  )
  zip.whole('xl/styles.xml', STYLES)
  for (const [i, table] of tables.entries()) {
    const add = zip.begin(`xl/worksheets/sheet${i + 1}.xml`)
    for (const text of sheetTexts(table)) {
      add(text, false)
      yield* zip.taken()
    }
    add('', true)
  }
  zip.end()
  yield* zip.taken()
}

function zipping() {
  let chunks: Bytes[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk as Bytes)
  })
  const begin = (name: string) => {
    const entry = new ZipDeflate(name, { level: 6 })
    zip.add(entry)
    return (text: string, last: boolean) => entry.push(strToU8(text), last)
  }
  return {
    begin,
    whole: (name: string, text: string) => begin(name)(text, true),
    end: () => zip.end(),
    /** What is ready since the last call. */
    taken(): Bytes[] {
      const ready = chunks
      chunks = []
      return ready
    },
  }
}

const AT_ONCE = 200

function* sheetTexts({ head, rows }: Table): Generator<string> {
  // The first row stays in sight; columns are wide enough for names.
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${head.length}" width="18" customWidth="1"/></cols><sheetData>${rowXml(1, head, 1)}`
  let at = 1
  let text = ''
  for (const row of rows) {
    if (++at > MOST_ROWS) throw new XlsxError()
    text += rowXml(at, row, 0)
    if (at % AT_ONCE !== 0) continue
    yield text
    text = ''
  }
  yield `${text}</sheetData></worksheet>`
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

const workbook = (tables: readonly Table[]): string =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${tables
    .map(({ name }, i) => `<sheet name="${attribute(sheetName(name))}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('')}</sheets></workbook>`

/** Spreadsheets allow 31 characters, and not these. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)

/** Number format 49 is "@", text. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`
