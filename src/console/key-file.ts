import * as z from 'zod/mini'
import { Base64urlOf, KeyId, Slug } from '../../protocol/ids.ts'

// What stands inside a key file: the campaign's private halves.

/** A P-256 private key (RFC 7518 §6.2), without the fields that say what an engine may do with it. */
const PrivateJwk = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: Base64urlOf(32),
  y: Base64urlOf(32),
  d: Base64urlOf(32),
})

export const KeyFile = z.strictObject({
  v: z.literal(1),
  campaign: Slug,
  root: PrivateJwk,
  sealing: z
    .array(
      z.strictObject({
        id: KeyId,
        jwk: PrivateJwk,
        serial: z.int().check(z.gte(1)),
        validFrom: z.iso.datetime(),
      }),
    )
    .check(z.minLength(1), z.maxLength(100)),
})

export type KeyFile = z.infer<typeof KeyFile>

/**
 * `not-a-key-file`: not an age file closed by a phrase, or not made by Paraphe · `wrong-phrase` · `damaged`: the phrase fits but
 * bytes were changed · `other-campaign` · `other-key`: of this campaign, but it lacks the key in question.
 */
export type KeyFileProblem = 'not-a-key-file' | 'wrong-phrase' | 'damaged' | 'other-campaign' | 'other-key'

export class KeyFileError extends Error {
  constructor(
    readonly problem: KeyFileProblem,
    options?: ErrorOptions,
  ) {
    super(problem, options)
    this.name = 'KeyFileError'
  }
}
