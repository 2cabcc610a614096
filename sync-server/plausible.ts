import type { Contact } from '../protocol/batch.ts'
import type { HeldReason } from '../protocol/quarantine-routes.ts'

// What no phone sends by hand (docs/abuse.md). The server sees only sealed envelopes, so these rules look at their form. What they
// catch is taken and set aside: the sender sees no difference, and a coordinator decides. Pure.

export interface Limits {
  /** Envelopes of one batch. A family that shares a phone stays far below; whoever collects has an enrolled tablet. */
  atOnce: number
  /** Envelopes from one address in an hour: more than a town that shares one sends at its best. */
  fromOneAddress: number
}

export const LIMITS: Limits = { atOnce: 40, fromOneAddress: 3000 }

export interface PhoneBatch {
  contact: Contact
  /** Numbers of its items. */
  seqs: readonly number[]
  /** Envelopes that came from its address in this hour before. */
  before: number
}

/** Why a coordinator should look at a phone's batch before it counts; null: nothing is odd about it. */
export function doubtOf({ contact, seqs, before }: PhoneBatch, limits: Limits = LIMITS): HeldReason | null {
  const { captured, waiting, refused, withdrawn, lastSeq } = contact
  // The app counts in the same transaction in which it reads what it sends.
  const agrees =
    waiting + refused >= seqs.length && captured >= waiting + refused + withdrawn && seqs.every((it) => it <= lastSeq)
  if (!agrees) return 'counts-disagree'
  if (seqs.length > limits.atOnce) return 'many-at-once'
  if (before + seqs.length > limits.fromOneAddress) return 'flood'
  return null
}
