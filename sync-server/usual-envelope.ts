import * as z from 'zod/mini'
import { BatchItem } from '../protocol/batch.ts'
import { Envelope, isSealed, SUITE } from '../protocol/envelope.ts'
import { DIGEST_BYTES, isBase64urlOf, KEY_ID, SLUG, UUID } from '../protocol/ids.ts'
import { MAX_PETITIONS } from '../protocol/limits.ts'

// The schemas say what an item is. Here the usual one, a signature without a fault, is seen to be one by plain comparisons, which cost a third
// of that and copy nothing; whatever these do not know is left to the schemas. tests/server/usual-envelope.test.ts holds one to the other.

/** An item's number, and its envelope where it is one; null: it is no item of a batch at all. */
export function readItem(value: unknown): { seq: number; envelope: Envelope | null } | null {
  const item = isUsualItem(value) ? value : z.safeParse(BatchItem, value).data
  return item ? { seq: item.seq, envelope: readEnvelope(item.envelope) } : null
}

const readEnvelope = (value: unknown): Envelope | null =>
  isUsualEnvelope(value) ? value : (z.safeParse(Envelope, value).data ?? null)

/** Not all that are good, and none that is not. */
const isUsualItem = (value: unknown): value is BatchItem =>
  isObjectOf<BatchItem>(value, 2) &&
  Number.isSafeInteger(value.seq) &&
  (value.seq as number) >= 1 &&
  'envelope' in value

/** Not all that are good, and none that is not. */
export const isUsualEnvelope = (value: unknown): value is Envelope =>
  isObjectOf<Envelope>(value, 10) &&
  value.v === 1 &&
  value.suite === SUITE &&
  value.kind === 'signature' &&
  matches(UUID, value.id) &&
  matches(SLUG, value.campaign) &&
  arePetitions(value.petitions) &&
  matches(KEY_ID, value.key) &&
  matches(SLUG, value.consent) &&
  typeof value.withdrawTag === 'string' &&
  isBase64urlOf(value.withdrawTag, DIGEST_BYTES) &&
  typeof value.sealed === 'string' &&
  isSealed(value.sealed)

/** Of JSON, with so many fields: where each of a shape's is there, there is no other. */
function isObjectOf<T>(value: unknown, fields: number): value is { [K in keyof T]: unknown } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  let count = 0
  for (const _ in value) count++
  return count === fields
}

const matches = (pattern: RegExp, value: unknown): boolean => typeof value === 'string' && pattern.test(value)

function arePetitions(value: unknown): boolean {
  if (!Array.isArray(value) || value.length < 1 || value.length > MAX_PETITIONS) return false
  return value.every((id, i) => matches(SLUG, id) && (i === 0 || value[i - 1] < id))
}
