import { version } from '../../../package.json'
import type { LocalText } from '../../../protocol/local-text.ts'
import type { ConsoleExportWords } from '../../i18n/fr/console-export.ts'
import { counts, type ReviewedSignature } from '../review/opened-act.ts'
import type { ReviewRoom } from '../review/room.ts'
import { type Figures, figuresOf, figuresTable } from './figures.ts'
import { fileName } from './file-name.ts'
import { jsonlPieces, reviewByEnvelope } from './jsonl.ts'
import { type Manifest, type ManifestFile, manifestFile, manifestText, named } from './manifest.ts'
import type { Names } from './named.ts'
import { contactTable, joinTable, newsTable } from './people-tables.ts'
import type { Bytes } from './pieces.ts'
import { signatureTable } from './signature-table.ts'
import { csvPieces } from './table.ts'
import { xlsxPieces } from './xlsx.ts'

// The files of an export, made where the acts are: what leaves here are their bytes, which the browser saves at once.

/** In the order in which the screen offers them. */
export const FILES = ['csv', 'xlsx', 'jsonl', 'joins', 'contacts', 'news', 'calls', 'figures'] as const
export type FileKind = (typeof FILES)[number]

export interface ManifestOrder {
  /** What the manifest's own name says that it is of. */
  kind: string
  words: ConsoleExportWords
  /** `2026-11-25`, for the names. */
  date: string
  madeAt: string
  madeBy: string | null
  withdrawn: string[] | null
  /** When the dump was saved that the envelopes come from; null where the server gave them. */
  dumpSavedAt: string | null
  /** Only the signatures that count stand in the file; nothing is said of others. */
  countedOnly: boolean
}

export interface FileOrder extends ManifestOrder {
  kind: FileKind
  titles: Record<string, string>
  stands: Names
  groups: Names
  consentTexts: Record<string, LocalText>
}

export interface MadeFile {
  name: string
  /** Its type is the file's. A page takes it over from a worker, and saves it, without holding or copying a byte. */
  content: Blob
}

export interface MadeFiles {
  file: MadeFile
  manifest: MadeFile
}

const TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: 'application/jsonl',
} as const

/** The rest is CSV, which puts a guard before the + of a number: whoever calls copies it from a workbook as it is. */
const ENDINGS: Partial<Record<FileKind, 'xlsx' | 'jsonl'>> = { xlsx: 'xlsx', jsonl: 'jsonl', calls: 'xlsx' }

/** A file, and the manifest that goes with it. */
export async function makeFiles(room: ReviewRoom, order: FileOrder): Promise<MadeFiles> {
  const { kind, words, date } = order
  const ending = ENDINGS[kind] ?? 'csv'
  const what = kind === 'csv' || kind === 'xlsx' ? 'signatures' : kind === 'jsonl' ? 'acts' : kind
  const name = fileName(room.opening.campaign, what, date, ending, words, null, room.isPart)
  const parts = [...pieces(room, order, figuresFor(room, order))]
  const manifest = await makeManifest(room, order, await manifestFile(name, parts))
  return { file: { name, content: new Blob(parts, { type: TYPES[ending] }) }, manifest }
}

/** The manifest of one file, however that was made. */
export async function makeManifest(room: ReviewRoom, order: ManifestOrder, file: ManifestFile): Promise<MadeFile> {
  const { campaign, filter } = room.opening
  const manifest: Manifest = {
    paraphe: 'export',
    v: 1,
    campaign,
    madeAt: order.madeAt,
    madeBy: order.madeBy,
    app: version,
    filters: { ...filter, countedOnly: order.countedOnly },
    figures: figuresFor(room, order),
    files: [file],
    envelopes: await named(room.ids()),
    batches: await batchesOf(room),
    withdrawn: order.withdrawn,
    ...(order.dumpSavedAt === null ? {} : { dumpSavedAt: order.dumpSavedAt }),
  }
  return {
    name: fileName(campaign, 'manifest', order.date, 'json', order.words, order.kind, room.isPart),
    content: new Blob([manifestText(manifest)], { type: 'application/json' }),
  }
}

async function batchesOf(room: ReviewRoom): Promise<Manifest['batches']> {
  const ids = new Set<string>()
  let unknown = 0
  for (const { batch } of room.review.all()) {
    if (batch === undefined) unknown++
    else ids.add(batch)
  }
  return { ...(await named(ids)), unknown }
}

function figuresFor(room: ReviewRoom, { withdrawn }: ManifestOrder): Figures {
  return figuresOf({
    acts: room.review.all(),
    signatures: room.signatures(),
    unreadable: room.unreadable(),
    withdrawn: withdrawn?.length ?? null,
  })
}

function pieces(room: ReviewRoom, order: FileOrder, figures: Figures): Iterable<Bytes> {
  const { kind, words, titles, stands, groups } = order
  const acts = () => room.review.all()
  const texts = new Map(Object.entries(order.consentTexts))
  const file = { words, titles, stands }
  switch (kind) {
    case 'csv':
      return csvPieces(signatureTable(chosen(room, order), file), words.delimiter)
    case 'xlsx':
      return xlsxPieces([signatureTable(chosen(room, order), file), figuresTable(figures, words, file)])
    case 'jsonl': {
      const reviews = reviewByEnvelope(room.signatures())
      return jsonlPieces(acts(), (act) => reviews.get(act.head.id))
    }
    case 'joins':
      return csvPieces(joinTable(acts(), words, groups), words.delimiter)
    case 'contacts':
      return csvPieces(contactTable(acts(), words), words.delimiter)
    case 'news':
      return csvPieces(newsTable(acts(), kind, words, texts), words.delimiter)
    case 'calls':
      return xlsxPieces([newsTable(acts(), kind, words, texts)])
    case 'figures':
      return csvPieces(figuresTable(figures, words, file), words.delimiter)
  }
}

function* chosen(room: ReviewRoom, { countedOnly }: FileOrder): Generator<ReviewedSignature> {
  for (const signature of room.signatures()) if (!countedOnly || counts(signature)) yield signature
}
