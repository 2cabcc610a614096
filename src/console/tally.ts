import type { ActKind } from '../../protocol/envelope.ts'

/**
 * Why an envelope gives no row. `no-key`: sealed to a key that this file does not hold · `wrong-key`: the seal does not
 * authenticate · `not-readable`: opened, but not an act · `twice`: an id that another envelope had before.
 */
export type Unreadable = 'no-key' | 'wrong-key' | 'not-readable' | 'twice'

/** What an opening has found so far. */
export interface Tally {
  /** Envelopes looked at. */
  envelopes: number
  opened: number
  /** Opened acts that sign something. Nobody has looked for duplicates yet. */
  people: number
  /** By petition. */
  signatures: Record<string, number>
  late: number
  /** Opened acts of the other kinds. */
  others: Record<Exclude<ActKind, 'signature'>, number>
  unreadable: { id: string; why: Unreadable }[]
}

export const emptyTally = (): Tally => ({
  envelopes: 0,
  opened: 0,
  people: 0,
  signatures: {},
  late: 0,
  others: { letter: 0, join: 0, contact: 0 },
  unreadable: [],
})

export function addTallies(a: Tally, b: Tally): Tally {
  const signatures = { ...a.signatures }
  for (const [petition, n] of Object.entries(b.signatures)) signatures[petition] = (signatures[petition] ?? 0) + n
  return {
    envelopes: a.envelopes + b.envelopes,
    opened: a.opened + b.opened,
    people: a.people + b.people,
    signatures,
    late: a.late + b.late,
    others: {
      letter: a.others.letter + b.others.letter,
      join: a.others.join + b.others.join,
      contact: a.others.contact + b.others.contact,
    },
    unreadable: b.unreadable.length === 0 ? a.unreadable : [...a.unreadable, ...b.unreadable],
  }
}

export const signatureTotal = (tally: Tally): number => Object.values(tally.signatures).reduce((sum, n) => sum + n, 0)
