import type { OpeningKey } from '../../protocol/seal.ts'
import { type CsvWords, csvLines } from './csv.ts'
import { type Received, type Row, signatureRows } from './export-rows.ts'
import { type Opened, openEnvelopes } from './open-envelopes.ts'
import { emptyTally, type Tally } from './tally.ts'

export interface OpenedPage {
  /** Lines of the file, in the order of the envelopes. */
  csv: string
  tally: Tally
}

/** Opens a page of envelopes into lines of the file. An envelope that does not open is named, and stops nothing. */
export async function openPage(
  items: readonly Received[],
  keys: ReadonlyMap<string, OpeningKey>,
  words: CsvWords,
): Promise<OpenedPage> {
  return turnIntoLines(items, await openEnvelopes(items, keys), words)
}

function turnIntoLines(items: readonly Received[], opened: readonly Opened[], words: CsvWords): OpenedPage {
  const tally = emptyTally()
  const rows: Row[] = []
  items.forEach((item, at) => {
    const body = opened[at] as Opened
    tally.envelopes++
    if (typeof body === 'string') {
      tally.unreadable.push({ id: item.envelope.id, why: body })
      return
    }
    tally.opened++
    if (item.late) tally.late++
    if (body.kind !== 'signature') {
      tally.others[body.kind]++
      return
    }
    tally.people++
    for (const row of signatureRows(item, body)) {
      rows.push(row)
      tally.signatures[row.petition as string] = (tally.signatures[row.petition as string] ?? 0) + 1
    }
  })
  return { csv: csvLines(rows, words), tally }
}
