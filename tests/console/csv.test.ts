import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import type { SignatureBody } from '../../protocol/act.ts'
import { csvText } from '../../src/console/csv.ts'
import { signatureCells, signatureHead, unreviewed } from '../../src/console/export/signature-table.ts'
import { COLUMNS, signatureRow } from '../../src/console/export-rows.ts'
import type { OpenedAct } from '../../src/console/review/opened-act.ts'
import { consoleExportWords } from '../../src/i18n/console-export.ts'
import { contact, letter, openedPost, signature } from './fixtures.ts'

const { post } = await openedPost()

const words = consoleExportWords.fr
const titles = { joel: 'Justice pour Joel', manahel: 'Liberté pour Manahel' }

async function opened(body: OpenedAct['body'], petitions?: string[]): Promise<OpenedAct> {
  const { envelope, receivedAt } = await post(body, petitions)
  return { head: envelope, receivedAt, late: true, body }
}

const read = (csv: string) => Papa.parse<string[]>(csv, { delimiter: ';', newline: '\r\n' }).data

/** One cell, as any CSV reader gives it back. */
const cell = (text: string): string | undefined => read(csvText([[text]], ';'))[0]?.[0]

/** A signature's line in the file, by its columns. */
async function lineOf(body: SignatureBody) {
  const [cells = []] = signatureCells(unreviewed([await opened(body)]), { words, titles, stands: {} })
  const [line = []] = read(csvText([cells], ';'))
  return (column: (typeof COLUMNS)[number]) => line[COLUMNS.indexOf(column)]
}

describe('the rows of an act', () => {
  it('are one for each petition signed, with what the person gave', async () => {
    const body = signature({ email: 'afi@example.org' })
    const act = await opened(body)
    expect([...unreviewed([act])].map(({ petition }) => petition)).toEqual(['joel', 'manahel'])
    expect(signatureRow(act as OpenedAct<SignatureBody>, 'joel')).toMatchObject({
      petition: 'joel',
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
      envelope: act.head.id,
    })
  })

  it('are none for a message or a letter, which are not signatures', async () => {
    const acts = [await opened(contact()), await opened(letter(), ['joel'])]
    expect([...unreviewed(acts)]).toEqual([])
  })
})

describe('the file', () => {
  it('ends every line with CRLF and gives nothing for no rows', () => {
    expect(csvText([], ';')).toBe('')
    expect(csvText([['a'], ['b']], ';')).toBe('a\r\nb\r\n')
  })

  it('has as many cells in a row as it has headings', async () => {
    const [cells] = signatureCells(unreviewed([await opened(signature())]), { words, titles, stands: {} })
    expect(cells).toHaveLength(signatureHead(words).length)
  })

  it('words yes, no and not asked apart', async () => {
    const consent = (purpose: 'news' | 'calls', given: boolean) => ({ purpose, text: 'texte-1', language: 'fr', given })
    const body = signature()
    const at = await lineOf({ ...body, consents: [consent('news', true), consent('calls', false)] })
    expect([at('news'), at('calls'), at('publicName')]).toEqual(['oui', 'non', ''])
  })

  it('words the channel', async () => {
    expect((await lineOf({ ...signature(), channel: 'paper' }))('channel')).toBe('papier')
  })

  it('names the petition by its title, and leaves the title empty for one that was removed', async () => {
    const act = await opened(signature())
    const [first, second] = signatureCells(unreviewed([act]), { words, titles: { joel: titles.joel }, stands: {} })
    expect([first?.[COLUMNS.indexOf('title')], second?.[COLUMNS.indexOf('title')]]).toEqual(['Justice pour Joel', ''])
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

  it('keeps a phone number readable and harmless: text with all its digits', async () => {
    expect((await lineOf(signature()))('phone')).toBe("'+22890123456")
  })

  it('leaves its own dates to the spreadsheet', async () => {
    expect((await lineOf(signature()))('receivedAt')).toBe('2026-11-22 15:00:00')
  })
})
