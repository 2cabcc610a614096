import { Readable } from 'node:stream'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { figuresOf, figuresTable } from '../../../src/console/export/figures.ts'
import { jsonlPieces, reviewByEnvelope } from '../../../src/console/export/jsonl.ts'
import { contactTable, joinTable, newsTable } from '../../../src/console/export/people-tables.ts'
import type { Bytes } from '../../../src/console/export/pieces.ts'
import { signatureTable } from '../../../src/console/export/signature-table.ts'
import { csvPieces, type Table } from '../../../src/console/export/table.ts'
import { MOST_ROWS, xlsxPieces } from '../../../src/console/export/xlsx.ts'
import type { OpenedAct, ReviewedSignature } from '../../../src/console/review/opened-act.ts'
import { consoleExportWords } from '../../../src/i18n/console-export.ts'
import { signature } from '../fixtures.ts'
import { english, french, HOSTILE, join, opened, planted } from './planted.ts'
import { readCsv } from './read-csv.ts'

const { acts, signatures, unreadable } = planted()

const textOf = (pieces: Iterable<Bytes>) => Buffer.concat([...pieces]).toString('utf8')
const csvOf = (table: Table, delimiter: ',' | ';' = ';') => readCsv(textOf(csvPieces(table, delimiter)), delimiter)
const sheetsOf = async (tables: Table[]) => {
  const sheets = await readXlsxFile(Readable.from([Buffer.concat([...xlsxPieces(tables)])]))
  return sheets as unknown as { sheet: string; data: (string | null)[][] }[]
}

/** What a row says of a signature, whatever the format; a spreadsheet's guard in front of a cell taken off. */
const factsOf = (head: readonly string[], row: readonly (string | null)[], words = french.words) => {
  const at = (column: keyof typeof words.columns) => row[head.indexOf(words.columns[column])] ?? ''
  return [
    at('envelope'),
    at('petition'),
    at('firstName'),
    at('lastName'),
    at('phone'),
    at('town'),
    at('standing'),
    at('reason'),
    at('like'),
  ]
}

const truth = (words = french.words) =>
  signatures.map(({ act, petition, standing, reason, like }: ReviewedSignature) => [
    act.head.id,
    petition,
    act.body.person.firstName,
    act.body.person.lastName,
    act.body.person.phone ?? '',
    act.body.person.town ?? '',
    words.standings[standing],
    words.reasons[reason],
    like ?? '',
  ])

const unguarded = (cell: string | null) => (cell?.startsWith("'") ? cell.slice(1) : cell)

describe('the CSV of signatures', () => {
  it.each([
    ['French', french, ';'],
    ['English', english, ','],
  ] as const)('tells the planted truth in %s, read back by a plain reader', (_, file, delimiter) => {
    const [head = [], ...rows] = csvOf(signatureTable(signatures, file), delimiter)
    expect(rows.map((row) => factsOf(head, row.map(unguarded) as string[], file.words))).toEqual(truth(file.words))
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([head.length]))
  })

  it('names a stand beside its id, and leaves the name empty for one that nobody knows', () => {
    const at = (stand: string) => opened({ ...signature(), channel: 'stand', stand })
    const acts = [at('lome-marche'), at('constructor')].map((act) => ({ act, petition: 'joel' }))
    const [head = [], ...rows] = csvOf(signatureTable(acts, french))
    expect(rows.map((row) => [row[head.indexOf('stand')], row[head.indexOf('nom du stand')]])).toEqual([
      ['lome-marche', 'Grand marché'],
      ['constructor', ''],
    ])
  })

  it('begins with a byte order mark', () => {
    expect([...csvPieces(signatureTable([], french), ';')][0]?.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]))
  })

  it('lets no cell be computed', () => {
    const cells = csvOf(signatureTable(signatures, french)).flat()
    expect(cells.filter((cell) => /^\s*[=+\-@＝]/.test(cell))).toEqual([])
    expect(cells).toContain(`'${HOSTILE[0]}`)
  })

  it('comes in pieces of 64 KiB, none of which breaks a character', () => {
    const many = Array.from({ length: 400 }, () => signatures).flat()
    const pieces = [...csvPieces(signatureTable(many, french), ';')]
    expect(pieces.length).toBeGreaterThan(50)
    expect(pieces.slice(0, -1).every((piece) => piece.length >= 64 * 1024)).toBe(true)
    expect(pieces.every((piece) => new TextDecoder('utf-8', { fatal: true }).decode(piece).length > 0)).toBe(true)
  })
})

describe('the spreadsheet', () => {
  it('tells the planted truth, read back by another library: text in every cell, nothing guarded or computed', async () => {
    const figures = figuresOf({ acts, signatures, unreadable, withdrawn: 2 })
    const [first, second] = await sheetsOf([
      signatureTable(signatures, french),
      figuresTable(figures, french.words, french),
    ])
    expect([first?.sheet, second?.sheet]).toEqual(['Signatures', 'Chiffres'])
    const [head = [], ...rows] = first?.data ?? []
    expect(rows.map((row) => factsOf(head as string[], row))).toEqual(truth())
    expect(rows.flat().filter((cell) => cell !== null && typeof cell !== 'string')).toEqual([])
    expect(second?.data).toContainEqual(['signatures reçues', null, '85'])
  })

  it('refuses more rows than a spreadsheet can open', () => {
    const rows = (function* () {
      for (let i = 0; i < MOST_ROWS; i++) yield []
    })()
    expect(() => [...xlsxPieces([{ name: 'x', head: ['a'], rows }])]).toThrow('too-many-rows')
  })
})

describe('the JSON lines', () => {
  it('hold every act whole, character by character, with what the review says', () => {
    const review = reviewByEnvelope(signatures)
    const lines = textOf(jsonlPieces(acts, (act) => review.get(act.head.id))).split('\n')
    expect(lines.pop()).toBe('')
    const read = lines.map((line) => JSON.parse(line))
    expect(read.map(({ head, receivedAt, late, body }) => ({ head, receivedAt, late, body }))).toEqual(acts)
    expect(read.flatMap(({ head, review = [] }) => review.map((it: object) => ({ id: head.id, ...it })))).toEqual(
      signatures.map(({ act, petition, standing, reason, like }) => ({
        id: act.head.id,
        petition,
        standing,
        reason,
        like,
      })),
    )
  })
})

describe('the lists of people', () => {
  it('hold who wants to join, and who has written, in files of their own', () => {
    const [head = [], ...joins] = csvOf(joinTable(acts, french.words, { lome: 'Lomé Centre' }))
    expect(joins).toHaveLength(1)
    expect(joins[0]?.[head.indexOf('message')]).toBe("'=1+1")
    expect(joins[0]).toContain('un groupe')
    expect([joins[0]?.[head.indexOf('groupe')], joins[0]?.[head.indexOf('nom du groupe')]]).toEqual([
      'lome',
      'Lomé Centre',
    ])
    expect(joins[0]?.[head.indexOf('code de conduite : phrase cochée')]).toBe('J’ai lu le code de conduite.')
    expect(joins[0]?.[head.indexOf('âge : phrase cochée')]).toBe('J’ai 16 ans ou plus.')
    const { declared: _, ...earlier } = join()
    expect(csvOf(joinTable([opened(earlier)], french.words, {}))[1]?.[head.indexOf('âge : phrase cochée')]).toBe('')
    expect(csvOf(contactTable(acts, french.words))).toHaveLength(2)
  })

  const texts = new Map([['nouvelles-1', { fr: 'Écrivez-moi', en: 'Write to me' }]])
  const saying = (given: boolean, more: Partial<OpenedAct> = {}, email = 'Afi@example.org') => {
    const body = signature({ email })
    return opened(
      {
        ...body,
        consents: [...body.consents.slice(0, 1), { purpose: 'news', text: 'nouvelles-1', language: 'fr', given }],
      },
      more,
    )
  }
  const newsOf = (acts: OpenedAct[]) => csvOf(newsTable(acts, 'news', french.words, texts)).slice(1)

  it('name for the news only who said yes to that, with the text, its language and the date, and no phone number', () => {
    const yes = saying(true)
    const rows = newsOf([yes, saying(false, {}, 'ama@example.org'), opened(signature({ email: 'never@asked.org' }))])
    expect(rows).toEqual([
      [
        'Afi',
        'Mensah',
        'TG',
        'Afi@example.org',
        'nouvelles-1',
        'Écrivez-moi',
        'fr',
        '2026-11-22 14:02:07 +00:00',
        yes.receivedAt.slice(0, 19).replace('T', ' '),
        yes.head.id,
      ],
    ])
  })

  it('take the last word of an address that said both, in whatever order they come', () => {
    const yes = saying(true, { receivedAt: '2026-11-20T10:00:00Z' })
    const no = saying(false, { receivedAt: '2026-11-21T10:00:00Z' }, 'afi@example.org')
    expect(newsOf([yes, no])).toEqual([])
    expect(newsOf([no, yes])).toEqual([])
    expect(newsOf([no, saying(true, { receivedAt: '2026-11-22T10:00:00Z' })])).toHaveLength(1)
  })

  it('list who may be called by number alone', () => {
    const body = signature()
    const called = opened({ ...body, consents: [{ purpose: 'calls', text: 'appels-1', language: 'fr', given: true }] })
    const [head = [], row = []] = csvOf(newsTable([called], 'calls', french.words, texts))
    expect(head).not.toContain(french.words.columns.email)
    expect(row[head.indexOf(french.words.columns.phone)]).toBe("'+22890123456")
  })
})

describe('the figures', () => {
  const figures = figuresOf({ acts, signatures, unreadable, withdrawn: 2 })

  it('are the planted ones, each standing apart', () => {
    expect(figures).toMatchObject({ envelopes: 57, people: 51, late: 1, withdrawn: 2 })
    expect(figures.unreadable).toEqual({ 'no-key': 1, 'wrong-key': 1, 'not-readable': 1, twice: 0 })
    expect(figures.others).toEqual({ letter: 1, join: 1, contact: 1 })
    expect(figures.all).toEqual({
      raw: 85,
      valid: 68,
      duplicate: 10,
      'to-review': 4,
      suspicious: 2,
      rejected: 1,
      counted: 72,
    })
    expect(figures.byPetition.joel).toMatchObject({ raw: 47, counted: 34 })
    expect(figures.byPetition.manahel).toMatchObject({ raw: 38, counted: 38 })
    expect(figures.byStand['lome-marche']?.raw).toBe(24)
    for (const by of [figures.byPetition, figures.byDay, figures.byStand, figures.byChannel])
      expect(Object.values(by).reduce((sum, { raw }) => sum + raw, 0)).toBe(85)
  })

  it('say the same as a table, and nothing about anybody', () => {
    const rows = csvOf(figuresTable(figures, french.words, french))
    expect(rows).toContainEqual(['signatures comptées', 'Justice pour Joel', '34'])
    expect(rows).toContainEqual(['enveloppes illisibles', 'fermée avec une autre clé', '1'])
    expect(rows).toContainEqual(['par stand', 'Grand marché (lome-marche)', '24'])
    expect(rows.flat().join('\n')).not.toMatch(/Kossi|Mensah|\+228/)
  })

  it('count for a stand that is named like a part of the language', () => {
    const act = opened({ ...signature(), stand: 'constructor', channel: 'stand' })
    const counted = figuresOf({ acts: [act], signatures: [{ act, petition: 'joel' }], unreadable: [], withdrawn: null })
    expect(counted.byStand.constructor).toMatchObject({ raw: 1 })
  })
})

it('every standing and reason has its word in both languages', () => {
  for (const words of Object.values(consoleExportWords)) expect(Object.keys(words.standings)).toHaveLength(5)
})
