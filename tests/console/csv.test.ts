import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { csvFileName, csvHead, csvLines } from '../../src/console/csv.ts'
import { COLUMNS, type Row, signatureRows } from '../../src/console/export-rows.ts'
import { contact, letter, openedPost, signature, words } from './fixtures.ts'

const { post } = await openedPost()

const read = (csv: string) => Papa.parse<string[]>(csv, { delimiter: ';', newline: '\r\n' }).data

const rowWith = (row: Partial<Row>): Row => ({ petition: 'joel', ...row }) as Row

/** One cell, as any CSV reader gives it back. */
const cell = (text: string): string | undefined =>
  read(csvLines([rowWith({ town: text })], words))[0]?.[COLUMNS.indexOf('town')]

describe('the rows of an act', () => {
  it('are one for each petition signed, with what the person gave', async () => {
    const body = signature({ email: 'afi@example.org' })
    const received = await post(body)
    const rows = signatureRows({ ...received, late: true }, body)
    expect(rows.map((row) => row.petition)).toEqual(['joel', 'manahel'])
    expect(rows[0]).toMatchObject({
      receivedAt: '2026-11-22 15:00:00',
      signedAt: '2026-11-22 14:02:07 +00:00',
      firstName: 'Afi',
      lastName: 'Mensah',
      country: 'TG',
      phone: '+22890123456',
      email: 'afi@example.org',
      town: undefined,
      news: false,
      calls: undefined,
      consent: 'signer-1',
      language: 'fr',
      channel: 'phone',
      late: true,
      envelope: received.envelope.id,
    })
  })

  it('are none for a message or a letter, which are not signatures', async () => {
    expect(signatureRows(await post(contact()), contact())).toEqual([])
    expect(signatureRows(await post(letter(), ['joel']), letter())).toEqual([])
  })
})

describe('the file', () => {
  it('begins with a byte order mark, so that Excel keeps the accents, and one line of headings', () => {
    const head = csvHead(words)
    expect(head.startsWith('\ufeffpetition;title;')).toBe(true)
    expect(head.endsWith('envelope\r\n')).toBe(true)
  })

  it('ends every line with CRLF and gives nothing for no rows', () => {
    expect(csvLines([], words)).toBe('')
    const lines = csvLines([rowWith({}), rowWith({})], words)
    expect(lines.match(/\r\n/g)).toHaveLength(2)
    expect(lines.endsWith('\r\n')).toBe(true)
  })

  it('has as many cells in a row as it has headings', () => {
    expect(read(csvLines([rowWith({ firstName: 'Afi' })], words))[0]).toHaveLength(COLUMNS.length)
  })

  it('words yes, no and not asked apart', () => {
    const [line = []] = read(csvLines([rowWith({ news: true, calls: false })], words))
    const at = (column: (typeof COLUMNS)[number]) => line[COLUMNS.indexOf(column)]
    expect([at('news'), at('calls'), at('publicName')]).toEqual(['oui', 'non', ''])
  })

  it('words the channel', () => {
    expect(csvLines([rowWith({ channel: 'paper' })], words)).toContain(';papier;')
  })

  it('names the petition by its title, and leaves the title empty for one that was removed', () => {
    expect(csvLines([rowWith({})], words)).toContain('joel;Justice pour Joel;')
    expect(csvLines([rowWith({ petition: 'parti' })], words)).toContain('parti;;')
  })

  it.each([
    ['accents and other scripts', 'Évêché d’Aného Ɛʋegbe 東'],
    ['quotes', 'dit "le Grand"'],
    ['the delimiter', 'Lomé; Bè'],
    ['line breaks', 'Bè\nKpota\r\nest'],
    ['a comma', 'Lomé, Bè'],
    ['spaces at the edges', ' Bè '],
    ['a number with a sense', '2e rue, 07'],
    ['a name that begins like a month', 'Marie'],
    ['an id that begins like a month', 'feb490d4-fb45-4f3f-8fc9-2642561b9ad1'],
    ['a word and a number', 'Marsa 12e rue'],
    ['a street with a number', '12 Marina'],
  ])('keeps %s as they are', (_, text) => {
    expect(cell(text)).toBe(text)
  })

  it.each([
    ['a formula', '=HYPERLINK("http://x";"y")'],
    ['a formula that begins with +', '+1+1'],
    ['a formula that begins with -', "-2+3+cmd|' /C calc'!A0"],
    ['a formula that begins with @', '@SUM(A1)'],
    ['a formula behind spaces', '  =1+1'],
    ['a formula behind a tab', '\t=1+1'],
    ['a formula in full-width signs', '＝1+1'],
    ['a leading zero', '007'],
    ['what looks like a date', '3-4'],
    ['what looks like a power of ten', '1E5'],
    ['what looks like an hour', '12:30'],
    ['what looks like a share', '50 %'],
    ['a day with its month', '12 mars'],
    ['a month with its year', 'Mai 2024'],
    ['a word that a spreadsheet takes for true', 'Vrai'],
  ])('makes %s plain text by an apostrophe', (_, text) => {
    expect(cell(text)).toBe(`'${text}`)
  })

  it('keeps a phone number readable and harmless: text with all its digits', () => {
    const [line = []] = read(csvLines([rowWith({ phone: '+22890123456' })], words))
    expect(line[COLUMNS.indexOf('phone')]).toBe("'+22890123456")
  })

  it('leaves its own dates to the spreadsheet', () => {
    const [line = []] = read(csvLines([rowWith({ receivedAt: '2026-11-22 15:00:00' })], words))
    expect(line[COLUMNS.indexOf('receivedAt')]).toBe('2026-11-22 15:00:00')
  })

  it('is named after campaign and day', () => {
    expect(csvFileName('ecrire-2024', '2026-11-22')).toBe('paraphe-ecrire-2024-signatures-2026-11-22.csv')
  })
})
