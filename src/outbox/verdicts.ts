// What a server's answer does to an entry: design §4, as pure rules.
import type { Verdict } from '../../protocol/batch.ts'
import { REASONS } from '../../protocol/reasons.ts'
import type { Kept, State, Tally } from './storage.ts'

/**
 * The verdict for each id that an answer names, among the ids that were sent. By id and not by position: a verdict without an id
 * counts only where it can mean one entry alone, which is a refusal (the server could not read the item) in an answer that
 * has exactly one verdict for each item and agrees with what was sent. An id that is named with two verdicts has none.
 */
export function verdictsById(verdicts: readonly Verdict[], sent: readonly string[]): Map<string, Verdict> {
  const found = new Map<string, Verdict>()
  const unclear = new Set<string>()
  const whole =
    verdicts.length === sent.length &&
    new Set(verdicts.map((v) => v.index)).size === sent.length &&
    verdicts.every((v) => v.index < sent.length && (v.id === undefined || v.id === sent[v.index]))
  for (const verdict of verdicts) {
    const id = verdict.id ?? (whole && verdict.verdict === 'refused' ? sent[verdict.index] : undefined)
    if (id === undefined || !sent.includes(id)) continue
    const other = found.get(id)
    if (other && other.verdict !== verdict.verdict) unclear.add(id)
    found.set(id, verdict)
  }
  for (const id of unclear) found.delete(id)
  return found
}

/**
 * Where a verdict takes an entry; null where it stays as it is. The same entry may have been sent twice and the answers may
 * come in any order, so a verdict that says "it is there" wins over a refusal, and a withdrawal over both.
 */
export function stateAfter(state: State, verdict: Verdict): State | null {
  switch (verdict.verdict) {
    case 'withdrawn':
      return state === 'withdrawn' ? null : 'withdrawn'
    case 'stored':
    case 'duplicate':
    case 'conflict':
      return state === 'waiting' || state === 'refused' ? 'accepted' : null
    case 'refused':
      // The same bytes may pass later: that is not for the list that a person has to look at.
      return state === 'waiting' && REASONS[verdict.reason] !== 'retry' ? 'refused' : null
  }
}

/** The entry as its verdict leaves it. What was withdrawn keeps no sealed text, only the trace that it was here. */
export function answered(entry: Kept, state: State, verdict: Verdict, answeredAt: number): Kept {
  const reason = verdict.verdict === 'refused' ? verdict.reason : null
  const gone = state === 'withdrawn' ? { text: '', size: 0 } : {}
  return { ...entry, ...gone, state, verdict: verdict.verdict, reason, answeredAt }
}

/** From this number on stand entries that were acknowledged to an enrolment before this one (enrolment.ts). */
export const FORMER = 2 ** 40

/** One entry moves; captured stays the sum. What another enrolment has captured is not in it. */
export const moved = (tally: Tally, { state, seq }: Pick<Kept, 'state' | 'seq'>, to: State): Tally => {
  if (seq > FORMER) return tally
  const next = { ...tally }
  next[state] -= 1
  next[to] += 1
  return next
}
