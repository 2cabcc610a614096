import type { ActBody } from '../../protocol/act.ts'
import { type OpeningKey, open, SealError } from '../../protocol/seal.ts'
import { type CsvWords, csvLines } from './csv.ts'
import { type Received, type Row, signatureRows } from './export-rows.ts'
import { emptyTally, type Tally, type Unreadable } from './tally.ts'

/** WebCrypto works off its thread: this many openings at once keep it busy (measured, traps §5). */
const IN_FLIGHT = 32

export interface OpenedPage {
  /** Lines of the file, in the order of the envelopes. */
  csv: string
  tally: Tally
}

type Opened = ActBody | Exclude<Unreadable, 'twice'>

/** Opens a page of envelopes into lines of the file. An envelope that does not open is named, and stops nothing. */
export async function openPage(
  items: readonly Received[],
  keys: ReadonlyMap<string, OpeningKey>,
  words: CsvWords,
): Promise<OpenedPage> {
  const opened: Opened[] = new Array(items.length)
  let next = 0
  const lane = async () => {
    while (next < items.length) {
      const at = next++
      opened[at] = await openOne(items[at] as Received, keys)
    }
  }
  await Promise.all(Array.from({ length: Math.min(IN_FLIGHT, items.length) }, lane))
  return turnIntoLines(items, opened, words)
}

async function openOne({ envelope }: Received, keys: ReadonlyMap<string, OpeningKey>): Promise<Opened> {
  const key = keys.get(envelope.key)
  if (!key) return 'no-key'
  try {
    return await open(envelope, key)
  } catch (error) {
    return error instanceof SealError && error.problem === 'wrong-key' ? 'wrong-key' : 'not-readable'
  }
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
