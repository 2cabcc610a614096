// What was keyed in since the page was opened: counts, and for a while the way to take the last rows back. Nothing of a signer
// but the receipt's code, in memory, for as long as the row is in sight. Pure.

/** kept: sealed on this tablet, or at the server · undoing: being taken back · failed: that did not work · withdrawn */
export type Fate = 'kept' | 'undoing' | 'failed' | 'withdrawn'

export interface KeptRow {
  sheet: string
  /** 1 for a sheet's first. */
  place: number
  fate: Fate
  /** Null once the row is out of sight, or taken back. */
  code: string | null
  /** It is a slip's, which the signer holds. */
  slip: boolean
  /** Its number or address has signed here today already; see duplicate-hint.ts. */
  doubt?: boolean
}

export type Log = readonly KeptRow[]

/** Rows that can be taken back by a tap; older ones with their signer's receipt. */
export const IN_SIGHT = 6

/** The place of the row that comes next. What was taken back leaves its place empty. */
export const nextPlace = (log: Log, sheet: string): number =>
  log.reduce((last, it) => (it.sheet === sheet ? Math.max(last, it.place) : last), 0) + 1

export function added(log: Log, row: Omit<KeptRow, 'fate'>): Log {
  const all: Log = [...log, { ...row, fate: 'kept' }]
  return all.map((it, at) => (at < all.length - IN_SIGHT && it.code !== null ? { ...it, code: null } : it))
}

/** The last rows, newest first. */
export const inSight = (log: Log): KeptRow[] => log.slice(-IN_SIGHT).reverse()

export const fated = (log: Log, { sheet, place }: Pick<KeptRow, 'sheet' | 'place'>, fate: Fate): Log =>
  log.map((it) =>
    it.sheet === sheet && it.place === place ? { ...it, fate, code: fate === 'withdrawn' ? null : it.code } : it,
  )

export const withoutCodes = (log: Log): Log => log.map((it) => ({ ...it, code: null }))

export const doubted = (log: Log, { sheet, place }: Pick<KeptRow, 'sheet' | 'place'>): Log =>
  log.map((it) => (it.sheet === sheet && it.place === place ? { ...it, doubt: true } : it))

export interface Count {
  kept: number
  withdrawn: number
}

/** Of one sheet, or of all. */
export function countOf(log: Log, sheet?: string): Count {
  const rows = sheet === undefined ? log : log.filter((it) => it.sheet === sheet)
  const withdrawn = rows.filter((it) => it.fate === 'withdrawn').length
  return { kept: rows.length - withdrawn, withdrawn }
}

export const sheetsOf = (log: Log): number => new Set(log.map((it) => it.sheet)).size
