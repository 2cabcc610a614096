// Which line a person reads about sending. Pure; the words are in src/i18n.
import type { OutboxView } from './keeping.ts'
import { waitsUntil } from './setback.ts'
import type { Setback, StorageProblem } from './storage.ts'

export type Status =
  | { kind: 'nothing' }
  | { kind: 'arrived'; accepted: number }
  | { kind: 'withdrawing' }
  | { kind: 'sending' | 'soon' | 'offline'; waiting: number }
  | { kind: 'stuck'; waiting: number; problem: StorageProblem }
  | { kind: 'failing'; waiting: number; why: Setback; nextInMs: number }

/**
 * Offline is what the browser is sure of; failing is what was tried and did not work. A browser that says "online" may still
 * have no way to our server, so after a failure the line tells that failure and not a guess.
 */
export function statusOf(
  { tally, memory, withdraw }: OutboxView,
  sending: boolean,
  online: boolean,
  now: number,
  trouble: StorageProblem | null = null,
): Status {
  const { captured, waiting, accepted, refused } = tally
  if (waiting === 0 && withdraw) return { kind: 'withdrawing' }
  if (waiting === 0) return captured > refused ? { kind: 'arrived', accepted } : { kind: 'nothing' }
  if (sending) return { kind: 'sending', waiting }
  // Online or not: without its storage this page cannot send.
  if (trouble) return { kind: 'stuck', waiting, problem: trouble }
  if (!online) return { kind: 'offline', waiting }
  const until = waitsUntil(memory, now, 'routine')
  if (until === null || !memory.backOff) return { kind: 'soon', waiting }
  return { kind: 'failing', waiting, why: memory.backOff.why, nextInMs: until - now }
}
