import type { OpenedAct, ReviewedSignature } from '../review/opened-act.ts'
import { inPieces } from './pieces.ts'

// Every act whole, one line of JSON each (jsonlines.org): what was typed is there character by character, nothing worded or
// escaped for a spreadsheet. For programs, and for moving house.

/** What a line says besides the act; absent where nobody has reviewed it, and for acts that are no signatures. */
export type ActReview = Pick<ReviewedSignature, 'petition' | 'standing' | 'reason' | 'like'>[]

/** An act's line, with its end. */
export function actLine({ head, receivedAt, late, body }: OpenedAct, review?: ActReview): string {
  return `${JSON.stringify({ head, receivedAt, late, body, ...(review ? { review } : {}) })}\n`
}

/** The file's bytes. `reviewOf` says what the review found of an act's signatures. */
export const jsonlPieces = (acts: Iterable<OpenedAct>, reviewOf: (act: OpenedAct) => ActReview | undefined) =>
  inPieces(lines(acts, reviewOf))

function* lines(acts: Iterable<OpenedAct>, reviewOf: (act: OpenedAct) => ActReview | undefined) {
  for (const act of acts) yield actLine(act, reviewOf(act))
}

/** By envelope, for `jsonlPieces`. */
export function reviewByEnvelope(signatures: Iterable<ReviewedSignature>): Map<string, ActReview> {
  const reviews = new Map<string, ActReview>()
  for (const { act, petition, standing, reason, like } of signatures) {
    const found = { petition, standing, reason, like }
    const others = reviews.get(act.head.id)
    if (others) others.push(found)
    else reviews.set(act.head.id, [found])
  }
  return reviews
}
