import type { SignatureBody } from '../../../protocol/act.ts'
import type { ConsoleExportWords } from '../../i18n/fr/console-export.ts'
import { COLUMNS, type Row, signatureRow } from '../export-rows.ts'
import type { OpenedAct, ReviewedSignature } from '../review/opened-act.ts'
import { type Names, named } from './named.ts'
import type { Table } from './table.ts'

// The signatures, one row each (act × petition), with what the review says of them.

export interface FileWords {
  words: ConsoleExportWords
  /** Titles by petition id, in the file's language. */
  titles: Record<string, string>
  stands: Names
}

/** A signature that nobody has reviewed: its three last cells stay empty. */
export type Unreviewed = Pick<ReviewedSignature, 'act' | 'petition'>

const REVIEW_COLUMNS = ['standing', 'reason', 'like'] as const

export const signatureHead = ({ columns }: ConsoleExportWords): string[] =>
  [...COLUMNS, ...REVIEW_COLUMNS].map((column) => columns[column])

export function signatureTable(signatures: Iterable<ReviewedSignature | Unreviewed>, file: FileWords): Table {
  return {
    name: file.words.sheets.signatures,
    head: signatureHead(file.words),
    rows: signatureCells(signatures, file),
  }
}

export function* signatureCells(
  signatures: Iterable<ReviewedSignature | Unreviewed>,
  { words, titles, stands }: FileWords,
): Generator<string[]> {
  for (const signature of signatures) {
    const row = signatureRow(signature.act, signature.petition)
    const cells = COLUMNS.map((column) => {
      if (column === 'title') return titles[signature.petition] ?? ''
      if (column === 'standName') return named(stands, signature.act.body.stand)
      return cell(column, row[column], words)
    })
    if ('standing' in signature)
      cells.push(words.standings[signature.standing], words.reasons[signature.reason], signature.like ?? '')
    else cells.push('', '', '')
    yield cells
  }
}

function cell(column: string, value: Row[keyof Row], words: ConsoleExportWords): string {
  if (column === 'channel') return words.channels[value as SignatureBody['channel']] ?? ''
  return typeof value === 'boolean' ? words[value ? 'yes' : 'no'] : (value ?? '')
}

/** The signatures of acts that nobody has reviewed, in their order. */
export function* unreviewed(acts: Iterable<OpenedAct>): Generator<Unreviewed> {
  for (const act of acts) {
    if (act.body.kind !== 'signature') continue
    for (const petition of act.head.petitions) yield { act: act as OpenedAct<SignatureBody>, petition }
  }
}
