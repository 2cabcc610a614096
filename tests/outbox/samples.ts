// Envelopes and answers for tests of the outbox, which never looks inside a seal.
import { toBase64url } from '../../protocol/base64url.ts'
import type { BatchAnswer, Verdict } from '../../protocol/batch.ts'
import { type Envelope, SUITE } from '../../protocol/envelope.ts'
import { newUuid, systemRandom } from '../../protocol/ids.ts'

export function envelope(over: { id?: string; bytes?: number; campaign?: string } = {}): Envelope {
  return {
    v: 1,
    suite: SUITE,
    id: over.id ?? newUuid(),
    kind: 'signature',
    campaign: over.campaign ?? 'ecrire-2024',
    petitions: ['joel-paredes', 'manahel-al-otaibi'],
    key: 'ba0a1405273ce9f66182000e462a4bd6',
    consent: 'sign-1',
    withdrawTag: toBase64url(systemRandom(32)),
    sealed: toBase64url(systemRandom(over.bytes ?? 337)),
  }
}

export const EPOCH = '6f1c2f2e-3c7c-4d7e-9a51-2f8a3c1d4e5f'
export const DAY_MS = 24 * 3600 * 1000
export const NOON = Date.UTC(2026, 10, 22, 12)

export const answer = (verdicts: Verdict[], over: Partial<BatchAnswer> = {}): BatchAnswer => ({
  epoch: EPOCH,
  accepted: 0,
  ...over,
  verdicts,
})

/** The same verdict for each of these ids. */
export const all = (ids: readonly string[], verdict: Exclude<Verdict['verdict'], 'refused'> = 'stored'): Verdict[] =>
  ids.map((id, index) => ({ index, id, verdict }))

/** For what must not be called. */
export const never = (given: unknown): never => {
  throw new Error(`called with ${String(given)}`)
}
