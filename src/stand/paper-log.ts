// What was keyed in: counts, and for a while the way to take the last rows back. Nothing of a signer but the receipt's code, in
// memory, for as long as the row is in sight; the rest is read from keyed-sheets.ts. Pure.

/** kept: sealed on this tablet, or at the server · undoing: being taken back · failed: that did not work · withdrawn */
export type Fate = 'kept' | 'undoing' | 'failed' | 'withdrawn'

/** What tells a row from every other one of its stand. */
export interface RowName {
  sheet: string
  /** 1 for a sheet's first: what the paper says, whatever becomes of the rows before it. */
  place: number
  /** `2026-11-22`: tomorrow's sheet 7 may be another one. */
  day: string
}

export interface KeptRow extends RowName {
  fate: Fate
  /** Null once the row is out of sight, taken back, or of before this page was opened. */
  code: string | null
  /** It is a slip's, which the signer holds. */
  slip: boolean
  /** Its number or address has signed here today already; see duplicate-hint.ts. */
  doubt?: boolean
}

export type Log = readonly KeptRow[]

/** Rows that can be taken back by a tap; older ones with their signer's receipt. */
export const IN_SIGHT = 6

const same = (one: RowName, other: RowName): boolean =>
  one.sheet === other.sheet && one.place === other.place && one.day === other.day

export interface ToKeyIn {
  /** Lines that a later one was kept behind, and that were not. */
  missing: number[]
  next: number
}

/** The sheet's lines that are still to be keyed in. `onward`: it was begun on an earlier day. */
export function toKeyIn(log: Log, sheet: string, today: string, onward: boolean): ToKeyIn {
  const places = (rows: Log) => rows.filter((it) => it.sheet === sheet).map((it) => it.place)
  const here = places(log.filter((it) => it.day === today))
  if (here.length === 0) return { missing: [], next: Math.max(0, ...(onward ? places(log) : [])) + 1 }
  const first = Math.min(...here)
  const next = Math.max(...here) + 1
  const all = Array.from({ length: next - first }, (_, i) => first + i)
  return { missing: all.filter((it) => !here.includes(it)), next }
}

/** A row that was taken back and keyed in anew is one row. */
export function added(log: Log, row: Omit<KeptRow, 'fate'>): Log {
  const all: Log = [...log.filter((it) => !same(it, row)), { ...row, fate: 'kept' }]
  return all.map((it, at) => (at < all.length - IN_SIGHT && it.code !== null ? { ...it, code: null } : it))
}

/** The day's last rows, newest first. */
export const inSight = (log: Log, day: string): KeptRow[] =>
  log
    .filter((it) => it.day === day)
    .slice(-IN_SIGHT)
    .reverse()

const changed = (log: Log, row: RowName, by: (it: KeptRow) => Partial<KeptRow>): Log =>
  log.map((it) => (same(it, row) ? { ...it, ...by(it) } : it))

export const fated = (log: Log, row: RowName, fate: Fate): Log =>
  changed(log, row, ({ code }) => ({ fate, code: fate === 'withdrawn' ? null : code }))

export const withoutCodes = (log: Log): Log => log.map((it) => ({ ...it, code: null }))

export const doubted = (log: Log, row: RowName): Log => changed(log, row, () => ({ doubt: true }))

export interface Count {
  kept: number
  withdrawn: number
}

/** Of one day, and of one of its sheets or of all. */
export function countOf(log: Log, day: string, sheet?: string): Count {
  const rows = log.filter((it) => it.day === day && (sheet === undefined || it.sheet === sheet))
  const withdrawn = rows.filter((it) => it.fate === 'withdrawn').length
  return { kept: rows.length - withdrawn, withdrawn }
}

/** How many sheets a day's rows are of. */
export const sheetsOf = (log: Log, day: string): number =>
  new Set(log.filter((it) => it.day === day).map((it) => it.sheet)).size

/** Lines of this number's sheet on earlier days, and the last of these days; null where there are none. */
export function earlierOf(log: Log, sheet: string, today: string): { rows: number; day: string } | null {
  const rows = log.filter((it) => it.sheet === sheet && it.day !== today)
  const day = rows
    .map((it) => it.day)
    .sort()
    .at(-1)
  return day === undefined ? null : { rows: rows.length, day }
}
