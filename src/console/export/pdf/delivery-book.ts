import { decodeDrawn } from '../../../../protocol/drawn.ts'
import type { LocalText } from '../../../../protocol/local-text.ts'
import { day, formOf, number } from '../../../i18n/counting.ts'
import { countryName } from '../../../i18n/country-name.ts'
import { filled } from '../../../i18n/filled.ts'
import type { ConsoleExportWords } from '../../../i18n/fr/console-export.ts'
import type { Language } from '../../../i18n/languages.ts'
import { counts, type ReviewedSignature } from '../../review/opened-act.ts'
import type { Bytes } from '../pieces.ts'
import { A4, type FontFiles, INNER, MARGIN, Paper } from './paper.ts'
import { plainLines } from './plain-lines.ts'

// The book that is handed over with a petition: who signed, numbered, with what their consent lets the addressee have. No contact
// data, no town, no time of signing: of a signer there is the name, the country, and the signature where one was drawn.

export interface BookParts {
  /** Of one petition, in the order in which they shall stand; those that do not count are left out. */
  signatures: Iterable<ReviewedSignature>
  campaign: { name: LocalText }
  petition: { title: LocalText; person: string; country: LocalText; demand: LocalText; addressee: LocalText }
  language: Language
  words: ConsoleExportWords
  fonts: FontFiles
  madeAt: Date
  /** Each signer's day too. Only where the campaign's consent text says that the addressee gets it. */
  dates?: boolean
  /** Signatures that were drawn at a stand. */
  drawn?: boolean
  /** Called after each page with the signers that are in the book. A promise is waited for; what it throws ends the work. */
  onProgress?: (signers: number) => void | Promise<void>
}

export interface Book {
  file: Bytes
  signers: number
  pages: number
  /** Numbers of the signers whose names have letters that the font lacks. */
  unprintable: number[]
}

const ROW = { plain: 16, drawn: 34 }
const SIZE = 9
/** Four lines of it fit into the lowest row: the longest names that a form takes. */
const SMALLEST = 3.5
const TOP = A4.height - MARGIN
const BOTTOM = MARGIN + 16

type Column = 'number' | 'firstName' | 'lastName' | 'country' | 'date' | 'drawn'

/** Shares of the page's width. */
const SHARES: Record<Column, number> = { number: 8, firstName: 28, lastName: 30, country: 22, date: 16, drawn: 24 }

export async function deliveryBook(parts: BookParts): Promise<Book> {
  const { words, language, campaign, petition, dates = false, drawn = true } = parts
  const said = words.book
  const signers = [...parts.signatures].filter(counts)
  const withDrawn = drawn && signers.some(({ act }) => act.body.drawn !== undefined)
  const title = inLanguage(petition.title, language)
  const paper = await Paper.begin(parts.fonts, {
    title: `${said.title} – ${title}`,
    language,
    madeAt: parts.madeAt,
  })
  cover(paper, parts, signers)

  const columns: Column[] = ['number', 'firstName', 'lastName', 'country']
  if (dates) columns.push('date')
  if (withDrawn) columns.push('drawn')
  const places = placesOf(columns)
  const row = withDrawn ? ROW.drawn : ROW.plain
  const countries = new Map<string, string>()
  const unprintable: number[] = []
  let y = 0
  for (const [i, { act }] of signers.entries()) {
    if (i === 0 || y - row < BOTTOM) {
      if (i > 0) await parts.onProgress?.(i)
      y = head(paper, `${inLanguage(campaign.name, language)} · ${title}`, columns, places, said)
    }
    const { person, drawn: strokes } = act.body
    const names = [paper.writable(person.firstName), paper.writable(person.lastName)]
    if (names.some(({ whole }) => !whole)) unprintable.push(i + 1)
    const base = y - row / 2 - SIZE / 3
    for (const column of columns) {
      const place = places[column]
      if (column === 'number') paper.text(place.x + place.width - 10, base, String(i + 1), SIZE, 'regular', true)
      else if (column === 'drawn') {
        const read = strokes === undefined ? null : decodeDrawn(strokes)
        if (read)
          paper.strokes(place.x, y - row + 3, { width: place.width, height: row - 6 }, read.height, read.strokes)
      } else fitted(paper, place, base, row, cellOf(column))
    }
    y -= row
    paper.rule(y, 0.25)

    function cellOf(column: Exclude<Column, 'number' | 'drawn'>): string {
      if (column === 'firstName') return names[0]?.text ?? ''
      if (column === 'lastName') return names[1]?.text ?? ''
      if (column === 'date') return act.body.at.slice(0, 10)
      const known = countries.get(person.country)
      if (known !== undefined) return known
      const { text } = paper.writable(countryName(language, person.country))
      countries.set(person.country, text)
      return text
    }
  }
  if (unprintable.length > 0) lastPage(paper, unprintable, said)
  await parts.onProgress?.(signers.length)

  const foot = `${inLanguage(campaign.name, language)} · ${title}`
  const file = await paper.end((page, pages) => {
    if (page === 1) return
    const place = filled(said.page, { page: number(language, page), pages: number(language, pages) })
    paper.text(A4.width - MARGIN, MARGIN - 14, paper.writable(place).text, 8, 'regular', true)
    paper.text(MARGIN, MARGIN - 14, cut(paper, paper.writable(foot).text, 8, INNER - 80), 8)
  })
  return { file, signers: signers.length, pages: paper.pages, unprintable }
}

const inLanguage = (text: LocalText, language: Language): string => text[language] ?? Object.values(text)[0] ?? ''

function cover(paper: Paper, parts: BookParts, signers: readonly ReviewedSignature[]): void {
  const { words, language, campaign, petition, madeAt } = parts
  const said = words.book
  const write = (y: number, text: string, size: number, weight: 'regular' | 'bold' = 'regular') =>
    paper.paragraph(y, paper.writable(text).text, size, weight, 1.35)
  const label = (y: number, text: string, ...values: string[]) =>
    values.reduce((at, value) => write(at, value, 13), write(y, text, 9) - 3) - 14
  paper.newPage()
  let y = write(TOP - 20, inLanguage(campaign.name, language), 12)
  y = write(y - 70, said.title, 15)
  y = write(y - 8, inLanguage(petition.title, language), 27, 'bold')
  paper.rule(y, 2.5, MARGIN, MARGIN + 90)
  y = write(y - 52, number(language, signers.length), 44, 'bold')
  y = write(y + 24, signers.length === 0 ? said.none : formOf(language, signers.length, said.count), 13)
  y = label(y - 26, said.person, [petition.person, inLanguage(petition.country, language)].filter(Boolean).join(', '))
  y = label(y, said.for, inLanguage(petition.addressee, language))
  y = label(y, said.demand, ...plainLines(inLanguage(petition.demand, language)))
  const days = signers.map(({ act }) => act.receivedAt.slice(0, 10)).sort()
  const [from, to] = [days[0], days.at(-1)]
  if (from && to) {
    const sentence = from === to ? said.periodDay : said.period
    y = write(y - 4, filled(sentence, { from: day(language, from), to: day(language, to) }), 10)
  }
  write(y, filled(said.made, { date: day(language, madeAt.toISOString().slice(0, 10)) }), 10)
  if (signers.length > 0) write(MARGIN + 46, said.promise, 9)
}

interface Place {
  x: number
  width: number
}

function placesOf(columns: readonly Column[]): Record<Column, Place> {
  const whole = columns.reduce((sum, column) => sum + SHARES[column], 0)
  const places = {} as Record<Column, Place>
  let x = MARGIN
  for (const column of columns) {
    const width = (INNER * SHARES[column]) / whole
    places[column] = { x, width }
    x += width
  }
  return places
}

/** A new page with its heads; answers where its first row begins. */
function head(
  paper: Paper,
  title: string,
  columns: readonly Column[],
  places: Record<Column, Place>,
  said: ConsoleExportWords['book'],
): number {
  paper.newPage()
  paper.text(MARGIN, TOP, cut(paper, paper.writable(title).text, 8, INNER), 8)
  const y = TOP - 24
  for (const column of columns) {
    const { x, width } = places[column]
    if (column === 'number') paper.text(x + width - 10, y, paper.writable(said.number).text, 8, 'bold', true)
    else paper.text(x, y, paper.writable(said[column]).text, 8, 'bold')
  }
  paper.rule(y - 7, 1)
  return y - 7
}

/** A name stands whole in its cell, smaller where it has to, and in as many lines as it takes. */
function fitted(paper: Paper, { x, width }: Place, base: number, row: number, text: string): void {
  for (let size = SIZE; ; size -= 0.5) {
    const lines = paper.width(text, size) <= width - 8 ? [text] : paper.lines(text, size, width - 8)
    if (lines.length * size > row - 3 && size > SMALLEST) continue
    const top = base + SIZE / 3 + (size * lines.length) / 2
    lines.forEach((line, i) => {
      paper.text(x, top - size * (i + 0.8), line, size)
    })
    return
  }
}

/** Titles alone may be cut, and show it. */
function cut(paper: Paper, text: string, size: number, room: number): string {
  if (paper.width(text, size) <= room) return text
  const [line = ''] = paper.lines(text, size, room - size)
  return `${line}…`
}

function lastPage(paper: Paper, unprintable: readonly number[], said: ConsoleExportWords['book']): void {
  paper.newPage()
  let y = paper.paragraph(TOP, paper.writable(said.unprintable).text, 12, 'bold') - 4
  y = paper.paragraph(y, paper.writable(said.unprintableText).text, 10) - 6
  const numbers = paper.lines(unprintable.join(', '), 10, INNER)
  for (const line of numbers) {
    if (y < BOTTOM) {
      paper.newPage()
      y = TOP
    }
    paper.text(MARGIN, y, line, 10)
    y -= 14
  }
}
