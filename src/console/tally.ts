/**
 * Why an envelope gives no act. `no-key`: sealed to a key that this file does not hold · `wrong-key`: the seal does not
 * authenticate · `not-readable`: opened, but not an act · `twice`: an id that another envelope had before.
 */
export type Unreadable = 'no-key' | 'wrong-key' | 'not-readable' | 'twice'

/** What an opening has found so far. */
export interface Tally {
  /** Envelopes looked at. */
  envelopes: number
  /** Of these, the ones that were opened for comparing alone: they are in none of the other numbers. */
  aside: number
  opened: number
  unreadable: { id: string; why: Unreadable }[]
}

export const emptyTally = (): Tally => ({ envelopes: 0, aside: 0, opened: 0, unreadable: [] })

export const addTallies = (a: Tally, b: Tally): Tally => ({
  envelopes: a.envelopes + b.envelopes,
  aside: a.aside + b.aside,
  opened: a.opened + b.opened,
  unreadable: b.unreadable.length === 0 ? a.unreadable : [...a.unreadable, ...b.unreadable],
})
