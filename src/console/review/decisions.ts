import type { Decision, Verdict } from '../../../protocol/review-routes.ts'

// What people decided, by envelope and petition; nothing in it says who signed.

/** Of an act without a petition, `petition` is null. */
export const decisionKey = (envelope: string, petition: string | null): string => `${envelope} ${petition ?? ''}`

export type Decisions = ReadonlyMap<string, Verdict>

/** The last one of each counts; a verdict of null takes the one before back. */
export function withDecisions(
  decisions: Decisions,
  more: readonly (Pick<Decision, 'envelope' | 'petition'> & { verdict: Verdict | null })[],
): Decisions {
  const all = new Map(decisions)
  for (const { envelope, petition, verdict } of more) {
    if (verdict === null) all.delete(decisionKey(envelope, petition))
    else all.set(decisionKey(envelope, petition), verdict)
  }
  return all
}
