// What a try that did not work means, and how long to wait after it. Pure.
import { REASONS, type Reason } from '../../protocol/reasons.ts'
import { NoAnswer, ServerRefusal } from '../api.ts'
import type { BackOff, Memory, Setback } from './storage.ts'

export interface Trouble {
  why: Setback
  /**
   * later: nothing to do but wait · smaller: half as much may pass · slower: half as much, later · entry: one entry's fault,
   * perhaps · again: the same, where it happens a second time
   */
  cure: 'later' | 'smaller' | 'slower' | 'entry' | 'again'
  /** The word that an entry is refused with, if it turns out to be the one to blame. */
  convicts: Reason | null
  retryAfterMs: number
}

/** The line or the server as a whole, and not the one thing that was asked of it: nothing else would pass either. */
export const isOfTheLine = ({ cure }: Trouble): boolean => cure === 'later' || cure === 'slower'

/** What an error from `send` means; null where it is none of its errors, but a mistake in the program. */
export function troubleOf(error: unknown): Trouble | null {
  const nothing = { convicts: null, retryAfterMs: 0 }
  if (error instanceof ServerRefusal) {
    const { reason, status } = error
    const retryAfterMs = (error.retryAfterSeconds ?? 0) * 1000
    // The same bytes may pass later: no fault of the bytes.
    const passes = REASONS[reason] === 'retry'
    if (passes && status < 500 && status !== 408 && status !== 429) return { why: 'server', cure: 'later', ...nothing }
    return { ...byStatus(status), convicts: passes ? null : reason, retryAfterMs }
  }
  if (!(error instanceof NoAnswer)) return null
  if (error.why === 'timeout') return { why: 'timeout', cure: 'slower', ...nothing }
  if (error.why === 'network') return { why: 'network', cure: 'later', ...nothing }
  // Not Paraphe's words. A proxy may still say that the server behind it is away; its 4xx is no verdict on an entry.
  const status = error.status ?? 0
  const { why, cure } = byStatus(status)
  if (why === 'busy') return { why, cure, convicts: null, retryAfterMs: (error.retryAfterSeconds ?? 0) * 1000 }
  return { why: status >= 500 || status === 408 ? why : 'not-our-answer', cure, ...nothing }
}

function byStatus(status: number): Pick<Trouble, 'why' | 'cure'> {
  if (status === 408) return { why: 'timeout', cure: 'slower' }
  if (status === 413) return { why: 'server', cure: 'smaller' }
  if (status === 429 || status === 503) return { why: 'busy', cure: 'later' }
  if (status >= 500) return { why: 'server', cure: 'again' }
  if (status >= 400) return { why: 'server', cure: 'entry' }
  // A 2xx or 3xx that is not Paraphe's, from a captive portal. It acknowledges nothing.
  return { why: 'not-our-answer', cure: 'later' }
}

const FIRST_WAIT_MS = 4_000
const LONGEST_WAIT_MS = 5 * 60_000
/** No server may silence a device for longer than this. */
const LONGEST_RETRY_AFTER_MS = 60 * 60_000

/** Full jitter: anything up to a limit that doubles, so that a town whose network returns does not send in step. */
export function backOffAfter(
  trouble: Pick<Trouble, 'why' | 'retryAfterMs'>,
  failures: number,
  now: number,
  chance: number,
): BackOff {
  const most = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 10))
  const asked = Math.min(LONGEST_RETRY_AFTER_MS, trouble.retryAfterMs)
  return { from: now, until: now + asked + Math.ceil(chance * most), why: trouble.why }
}

/** routine: by the clock or after an act · online: the network is said to be back · now: a person asks. */
export type Urgency = 'routine' | 'online' | 'now'

/** When the next try may be made, or null for now. A device clock that was set back does not prolong a wait. */
export function waitsUntil({ backOff }: Pick<Memory, 'backOff'>, now: number, urgency: Urgency): number | null {
  if (!backOff || urgency === 'now' || now >= backOff.until || now < backOff.from) return null
  if (urgency === 'online' && (backOff.why === 'network' || backOff.why === 'timeout')) return null
  return backOff.until
}
