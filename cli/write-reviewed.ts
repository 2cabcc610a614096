import type { HomeNumbers } from '../protocol/phone.ts'
import { countAct, countSignature, type Figures, figuresTable, noFigures } from '../src/console/export/figures.ts'
import { jsonlPieces, reviewByEnvelope } from '../src/console/export/jsonl.ts'
import type { Bytes } from '../src/console/export/pieces.ts'
import { type FileWords, signatureTable } from '../src/console/export/signature-table.ts'
import { csvPieces } from '../src/console/export/table.ts'
import { xlsxPieces } from '../src/console/export/xlsx.ts'
import type { ReviewedSignature } from '../src/console/review/opened-act.ts'
import { Review } from '../src/console/review/review.ts'
import type { Order } from './arguments.ts'
import type { OpenedPage } from './opener.ts'
import type { Source } from './source.ts'
import type { Written } from './write-export.ts'

// With what the review says of each signature, by the same rules and decisions as in the console. A duplicate is only known when all
// have been seen: so everything that was opened is in memory until the file is written.

export interface ReviewParts {
  home: HomeNumbers
  decisions: Awaited<ReturnType<Source['decisions']>>
  onPage: (envelopes: number) => void
}

export async function writeReviewed(
  pages: AsyncIterable<OpenedPage>,
  format: Exclude<Order['format'], 'dump'>,
  file: FileWords,
  write: (piece: Uint8Array) => void,
  { home, decisions, onPage }: ReviewParts,
): Promise<Written> {
  const figures = noFigures()
  const unreadable: Written['unreadable'] = []
  const review = new Review(home)
  for await (const page of pages) {
    for (const act of page.acts ?? []) countAct(figures, act)
    for (const { id, why } of page.unreadable) {
      figures.envelopes++
      figures.unreadable[why]++
      unreadable.push({ id, why })
    }
    review.take(page.acts ?? [])
    onPage(figures.envelopes)
  }
  review.decide(decisions)
  for (const signature of all(review)) countSignature(figures, signature)
  for (const piece of pieces(review, format, file, figures)) write(piece)
  return { figures, unreadable }
}

function* all(review: Review): Generator<ReviewedSignature> {
  for (const petition of review.signedPetitions()) yield* review.signatures(petition)
}

function pieces(review: Review, format: string, file: FileWords, figures: Figures): Iterable<Bytes> {
  if (format === 'jsonl') {
    const reviews = reviewByEnvelope(all(review))
    return jsonlPieces(review.all(), (act) => reviews.get(act.head.id))
  }
  const table = signatureTable(all(review), file)
  if (format === 'xlsx') return xlsxPieces([table, figuresTable(figures, file.words, file)])
  return csvPieces(table, file.words.delimiter)
}
