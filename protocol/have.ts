import * as z from 'zod/mini'
import { Digest, Slug, Uuid } from './ids.ts'
import { route } from './route.ts'

// What a device asks a server that was restored from a backup (design §4, Restores): which of the envelopes that it once
// acknowledged does it still hold?

/** Items of one question; some 50 KiB of body. */
export const MAX_ASKED = 500

export const HaveQuestion = z.strictObject({
  campaign: Slug,
  items: z.array(z.strictObject({ id: Uuid, hash: Digest })).check(z.minLength(1), z.maxLength(MAX_ASKED)),
})

/**
 * stored: these very bytes are held, counted or in quarantine · missing: they are not, and sending them again will keep them ·
 * conflict: as many other bytes under this id are held as are ever kept, so sending again changes nothing · withdrawn: by the
 * signer · destroyed: by the coordinators, at the end or by decision. The last two must not come back.
 */
export const Held = z.enum(['stored', 'missing', 'conflict', 'withdrawn', 'destroyed'])

/** `epoch` as in a batch's answer: a device that asked across another restore has to begin again. */
export const HaveAnswer = z.object({
  epoch: Uuid,
  items: z.array(z.object({ id: Uuid, held: Held })).check(z.maxLength(MAX_ASKED)),
})

/** Asked by whoever holds the ids. */
export const HAVE = route({
  method: 'POST',
  path: '/api/v1/have',
  who: 'anyone',
  body: HaveQuestion,
  answer: HaveAnswer,
})

export type HaveQuestion = z.infer<typeof HaveQuestion>
export type HaveAnswer = z.infer<typeof HaveAnswer>
export type Held = z.infer<typeof Held>
