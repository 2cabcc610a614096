import type { ActKind } from '../../../protocol/envelope.ts'
import type { ConsoleExportWords } from '../../i18n/fr/console-export.ts'
import { counts, type OpenedAct, type ReviewedSignature, type Standing } from '../review/opened-act.ts'
import type { Unreadable } from '../tally.ts'
import { type Names, named } from './named.ts'
import type { Unreviewed } from './signature-table.ts'
import type { Table } from './table.ts'

// The report that names nobody: how many, by case, day, stand and channel, each standing apart.

/** Signatures: `raw` all that were opened; the standings add up to it where everything was reviewed; `counted` is what is delivered. */
export interface Split extends Record<Standing, number> {
  raw: number
  counted: number
}

export interface Figures {
  /** Envelopes looked at. */
  envelopes: number
  /** Acts that sign something. */
  people: number
  late: number
  unreadable: Record<Unreadable, number>
  others: Record<Exclude<ActKind, 'signature'>, number>
  /** Withdrawn since the last confirmed export; null where none was confirmed before. */
  withdrawn: number | null
  all: Split
  byPetition: Record<string, Split>
  /** By the day the server received it, in UTC: devices' clocks may be wrong. */
  byDay: Record<string, Split>
  /** By the stand's id; what was signed at no stand under ''. */
  byStand: Record<string, Split>
  byChannel: Record<string, Split>
}

const STANDINGS = ['valid', 'duplicate', 'to-review', 'suspicious', 'rejected'] as const satisfies readonly Standing[]

const emptySplit = (): Split => ({
  raw: 0,
  counted: 0,
  valid: 0,
  duplicate: 0,
  'to-review': 0,
  suspicious: 0,
  rejected: 0,
})

export const noFigures = (): Figures => ({
  envelopes: 0,
  people: 0,
  late: 0,
  unreadable: { 'no-key': 0, 'wrong-key': 0, 'not-readable': 0, twice: 0 },
  others: { letter: 0, join: 0, contact: 0 },
  withdrawn: null,
  all: emptySplit(),
  byPetition: {},
  byDay: {},
  byStand: {},
  byChannel: {},
})

export function countAct(figures: Figures, { late, body }: Pick<OpenedAct, 'late' | 'body'>): void {
  figures.envelopes++
  if (late) figures.late++
  if (body.kind === 'signature') figures.people++
  else figures.others[body.kind]++
}

export function countUnreadable(figures: Figures, why: Unreadable): void {
  figures.envelopes++
  figures.unreadable[why]++
}

export function countSignature(figures: Figures, signature: ReviewedSignature | Unreviewed): void {
  const { receivedAt, body } = signature.act
  const splits = [
    figures.all,
    splitOf(figures.byPetition, signature.petition),
    splitOf(figures.byDay, receivedAt.slice(0, 10)),
    splitOf(figures.byStand, body.stand ?? ''),
    splitOf(figures.byChannel, body.channel),
  ]
  for (const split of splits) {
    split.raw++
    if (!('standing' in signature)) continue
    split[signature.standing]++
    if (counts(signature)) split.counted++
  }
}

function splitOf(by: Record<string, Split>, name: string): Split {
  // Own ones only: a stand may be called "constructor".
  if (!Object.hasOwn(by, name)) by[name] = emptySplit()
  return by[name] as Split
}

export interface Counted {
  acts: Iterable<OpenedAct>
  signatures: Iterable<ReviewedSignature | Unreviewed>
  unreadable: Iterable<{ why: Unreadable }>
  withdrawn: number | null
}

export function figuresOf({ acts, signatures, unreadable, withdrawn }: Counted): Figures {
  const figures = { ...noFigures(), withdrawn }
  for (const act of acts) countAct(figures, act)
  for (const { why } of unreadable) countUnreadable(figures, why)
  for (const signature of signatures) countSignature(figures, signature)
  return figures
}

/** `a` with what `b` counted elsewhere. */
export function addFigures(a: Figures, b: Figures): void {
  a.envelopes += b.envelopes
  a.people += b.people
  a.late += b.late
  addNumbers(a.unreadable, b.unreadable)
  addNumbers(a.others, b.others)
  addNumbers(a.all, b.all)
  for (const by of ['byPetition', 'byDay', 'byStand', 'byChannel'] as const)
    for (const [name, split] of Object.entries(b[by])) addNumbers(splitOf(a[by], name), split)
}

function addNumbers<K extends string>(a: Record<K, number>, b: Record<K, number>): void {
  for (const name of Object.keys(b) as K[]) a[name] += b[name]
}

/** What figures name by an id, in the file's language. */
export interface FigureNames {
  titles: Names
  stands: Names
}

/** The figures as rows: figure, detail, number. Without the standings where nobody has reviewed anything. */
export function figuresTable(figures: Figures, words: ConsoleExportWords, names: FigureNames): Table {
  return { name: words.sheets.figures, head: words.figures.columns, rows: figureRows(figures, words, names) }
}

function* figureRows(
  figures: Figures,
  words: ConsoleExportWords,
  { titles, stands }: FigureNames,
): Generator<string[]> {
  const { figures: said } = words
  const row = (label: string, detail: string, n: number) => [label, detail, String(n)]
  yield row(said.envelopes, '', figures.envelopes)
  yield row(said.people, '', figures.people)
  yield row(said.late, '', figures.late)
  for (const [why, n] of entries(figures.unreadable)) yield row(said.unreadable, said.why[why], n)
  for (const [kind, n] of entries(figures.others)) yield row(said.others[kind], '', n)
  if (figures.withdrawn !== null) yield row(said.withdrawn, '', figures.withdrawn)
  yield* splitRows('', figures.all, words)
  for (const [petition, split] of sorted(figures.byPetition))
    yield* splitRows(titles[petition] ?? petition, split, words)
  for (const [day, { raw }] of sorted(figures.byDay)) yield row(said.byDay, day, raw)
  for (const [stand, { raw }] of sorted(figures.byStand)) {
    const name = named(stands, stand)
    yield row(said.byStand, name ? `${name} (${stand})` : stand || said.noStand, raw)
  }
  for (const [channel, { raw }] of sorted(figures.byChannel))
    yield row(said.byChannel, words.channels[channel as keyof typeof words.channels] ?? channel, raw)
}

function* splitRows(detail: string, split: Split, { figures: said }: ConsoleExportWords): Generator<string[]> {
  yield [said.raw, detail, String(split.raw)]
  if (split.raw > 0 && STANDINGS.every((standing) => split[standing] === 0)) return
  const labels: [string, number][] = [
    [said.valid, split.valid],
    [said.duplicate, split.duplicate],
    [said.toReview, split['to-review']],
    [said.suspicious, split.suspicious],
    [said.rejected, split.rejected],
    [said.counted, split.counted],
  ]
  for (const [label, n] of labels) yield [label, detail, String(n)]
}

const entries = <K extends string, V>(record: Record<K, V>) => Object.entries(record) as [K, V][]

const sorted = (by: Record<string, Split>): [string, Split][] =>
  Object.entries(by).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
