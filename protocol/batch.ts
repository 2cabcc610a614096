import * as z from 'zod/mini'
import { Uuid } from './ids.ts'
import { isReason, type Reason } from './reasons.ts'

// Envelopes sent together, and the server's answer for each. The server judges every item by itself, so the items are
// unknown here: one that is not an envelope must not spoil its neighbours.

export const MAX_ITEMS = 200
export const MAX_BATCH_BYTES = 240 * 1024

const count = z.int().check(z.gte(0))

/** What the device says of itself, counted in envelopes: captured = waiting + accepted + refused + withdrawn. */
export const Contact = z.strictObject({
  captured: count,
  waiting: count,
  refused: count,
  withdrawn: count,
  lastSeq: count,
})

/** A batch's frame. A batch without items is a contact. `device` is the enrolled device that signs the body's bytes. */
export const Batch = z.strictObject({
  v: z.literal(1),
  batchId: Uuid,
  device: z.optional(Uuid),
  items: z.array(z.unknown()).check(z.maxLength(MAX_ITEMS)),
  contact: Contact,
})

/** Sequence numbers start at 1 for each enrolment, so that the console can say "tablet 7: 12 never arrived". */
export const BatchItem = z.strictObject({ seq: z.int().check(z.gte(1)), envelope: z.unknown() })

/** A newer server may refuse in other words. Its other verdicts still count, and so does this one. */
const ReasonWord = z.catch(z.custom<Reason>(isReason), 'unknown-reason')
const at = { index: count, id: z.optional(Uuid) }

/** All but `refused` leave the outbox; `refused` moves to the device's refused list, where only a person deletes it. */
export const Verdict = z.discriminatedUnion('verdict', [
  z.object({ ...at, verdict: z.literal('stored'), late: z.optional(z.boolean()) }),
  z.object({ ...at, verdict: z.literal('duplicate') }),
  z.object({ ...at, verdict: z.literal('withdrawn') }),
  z.object({ ...at, verdict: z.literal('conflict') }),
  z.object({ ...at, verdict: z.literal('refused'), reason: ReasonWord }),
])

/**
 * The answer to a batch, sent after the commit. `epoch` is random and renewed at each restore of the server; `accepted` is the
 * number of this device's envelopes that the server has ever taken (0 where no device signed).
 */
export const BatchAnswer = z.object({
  epoch: Uuid,
  accepted: count,
  verdicts: z.array(Verdict).check(z.maxLength(MAX_ITEMS)),
})

export type Batch = z.infer<typeof Batch>
export type BatchItem = z.infer<typeof BatchItem>
export type Contact = z.infer<typeof Contact>
export type Verdict = z.infer<typeof Verdict>
export type BatchAnswer = z.infer<typeof BatchAnswer>
