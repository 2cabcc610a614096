// The rows on the screen: the one that is typed, last, and before it those that are just being kept or came back. Who types goes on
// at once; a slow tablet must not swallow the next name's first letters. Each keeps the number that its line has on the paper. Pure.
import type { ToKeyIn } from './paper-log.ts'
import type { PaperRow } from './paper-row.ts'

export interface Entry {
  id: number
  /** Which of the sheet's rows it is. */
  place: number
  /** What stood in it when it was new. */
  begun: PaperRow
  /** Lines behind it are kept already: it may be left out. */
  behind: boolean
}

export interface Entries {
  /** Never empty. */
  rows: readonly Entry[]
  /** Lines that come before `next`. */
  ahead: readonly number[]
  next: number
}

export const firstEntry = ({ missing, next }: ToKeyIn, begun: PaperRow): Entries =>
  opened({ rows: [], ahead: missing, next }, 1, begun)

const last = ({ rows }: Entries) => rows[rows.length - 1] as Entry

/** One more row, of the line that comes next. */
function opened({ rows, ahead, next }: Entries, id: number, begun: PaperRow): Entries {
  const [place = next, ...rest] = ahead
  const row = { id, place, begun, behind: place < next }
  return { rows: [...rows, row], ahead: rest, next: Math.max(next, place + 1) }
}

/** The row goes to be kept; behind the last one a new one opens. */
export const sent = (entries: Entries, id: number, begun: PaperRow): Entries =>
  last(entries).id === id ? opened(entries, id + 1, begun) : entries

/** The row is done with; the one that is typed stays. */
export const gone = (entries: Entries, id: number): Entries =>
  last(entries).id === id ? entries : { ...entries, rows: entries.rows.filter((it) => it.id !== id) }

/** The row was emptied: its line is still to be keyed in. */
export function emptied(entries: Entries, id: number, begun: PaperRow): Entries {
  const end = last(entries)
  if (end.id === id) return { ...entries, rows: [...entries.rows.slice(0, -1), { ...end, id: id + 1, begun }] }
  const place = entries.rows.find((it) => it.id === id)?.place
  return place === undefined ? entries : { ...gone(entries, id), ahead: [...entries.ahead, place] }
}

/** A line that was taken back is keyed in once more, at once. `blank`: nothing is in the last row, which comes after it. */
export function again(entries: Entries, place: number, begun: PaperRow, blank: boolean): Entries {
  if (entries.rows.some((it) => it.place === place)) return entries
  const end = last(entries)
  const ahead = entries.ahead.filter((it) => it !== place)
  if (!blank) return opened({ ...entries, ahead: [place, ...ahead] }, end.id + 1, begun)
  const rows = entries.rows.slice(0, -1)
  return end.behind
    ? opened({ ...entries, rows, ahead: [place, end.place, ...ahead] }, end.id + 1, begun)
    : opened({ rows, ahead: [place, ...ahead], next: end.place }, end.id + 1, begun)
}

/** The line shall not be keyed in after all. */
export function leftOut(entries: Entries, id: number, begun: PaperRow): Entries {
  if (last(entries).id !== id) return gone(entries, id)
  return opened({ ...entries, rows: entries.rows.slice(0, -1) }, id + 1, begun)
}
