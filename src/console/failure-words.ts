import type { Reason } from '../../protocol/reasons.ts'
import { REASONS } from '../../protocol/reasons.ts'
import { NoAnswer, ServerRefusal } from '../api.ts'
import { filled } from '../i18n/filled.ts'
import type { ConsoleWords } from '../i18n/fr/console.ts'

type Sentences = ConsoleWords['failure']

const OWN: Partial<Record<Reason, keyof Sentences>> = {
  'not-allowed': 'notAllowed',
  'unknown-campaign': 'gone',
  'not-found': 'gone',
  'unknown-stand': 'standGone',
  'key-already-there': 'keyThere',
  'server-error': 'server',
  overloaded: 'server',
}

/** One sentence for what went wrong, and what to do next. `online` is what the browser believes. */
export function failureWords(
  error: unknown,
  sentences: Sentences,
  reasons: Record<Reason, string>,
  online: boolean,
): string {
  if (error instanceof NoAnswer) {
    if (error.why === 'not-our-answer')
      return error.status && error.status >= 500 ? sentences.server : sentences.foreign
    return online ? sentences.network : sentences.offline
  }
  if (!(error instanceof ServerRefusal)) return sentences.unknown
  if (error.reason === 'too-many')
    return filled(sentences.tooMany, { n: String(Math.ceil(error.retryAfterSeconds ?? 60)) })
  const own = OWN[error.reason]
  return own ? sentences[own] : reasons[error.reason]
}

/** Whether the same call may succeed a little later without anyone doing anything. */
export const mayPassLater = (error: unknown): boolean =>
  error instanceof NoAnswer || (error instanceof ServerRefusal && REASONS[error.reason] === 'retry')
