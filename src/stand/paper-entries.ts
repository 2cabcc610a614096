// The rows on the screen: the one that is typed, last, and before it those that are just being kept or came back. Who types goes on
// at once; a slow tablet must not swallow the next name's first letters. Pure.
import type { PaperRow } from './paper-row.ts'

export interface Entry {
  id: number
  /** Which of the sheet's rows it is. */
  place: number
  /** What stood in it when it was new. */
  begun: PaperRow
}

/** Never empty. */
export type Entries = readonly Entry[]

export const firstEntry = (place: number, begun: PaperRow): Entries => [{ id: 1, place, begun }]

const last = (entries: Entries) => entries[entries.length - 1] as Entry

/** The row goes to be kept; behind the last one a new one opens. */
export function sent(entries: Entries, id: number, begun: PaperRow): Entries {
  const end = last(entries)
  return end.id === id ? [...entries, { id: id + 1, place: end.place + 1, begun }] : entries
}

/** The row is done with; the one that is typed stays. */
export const gone = (entries: Entries, id: number): Entries =>
  last(entries).id === id ? entries : entries.filter((it) => it.id !== id)

/** The row was emptied: its place is free again, if nothing stands behind it. */
export function emptied(entries: Entries, id: number, begun: PaperRow): Entries {
  const end = last(entries)
  return end.id === id ? [...entries.slice(0, -1), { id: id + 1, place: end.place, begun }] : gone(entries, id)
}
