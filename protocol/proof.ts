import * as z from 'zod/mini'
import { fromBase64url, toBase64url, utf8 } from './base64url.ts'
import { nothing, route } from './route.ts'

// Proof of work, by which a script pays for what a person's phone sends: ALTCHA, version 2 (https://altcha.org). It is part of sending,
// so nobody who signs ever meets it; devices with an enrolled key owe none (design §4, Phones).

/** A proof travels in this header, as `proofText` writes it. */
export const PROOF_HEADER = 'paraphe-proof'

const hex = (bytes: number) => z.string().check(z.regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`)))
const count = z.int().check(z.gte(0))

/** No honest server asks for more rounds of PBKDF2 in one try. */
const MAX_COST = 1_000_000

/**
 * What has to be found: a counter whose derived key begins with `keyPrefix`. `data.until`: seconds since 1970 by the server's clock, after
 * which it is worth nothing (not ALTCHA's own `expiresAt`, which is read against the wall clock and no other); `data.bytes`: the longest
 * body that it is good for, because a larger one costs more. The signature covers all parameters.
 */
export const Challenge = z.object({
  parameters: z.object({
    algorithm: z.literal('PBKDF2/SHA-256'),
    cost: z.int().check(z.gte(1), z.lte(MAX_COST)),
    data: z.object({ bytes: count, until: count }),
    keyLength: z.literal(32),
    keyPrefix: z.string().check(z.regex(/^[0-9a-f]{1,8}$/)),
    nonce: hex(16),
    salt: hex(16),
  }),
  signature: hex(32),
})

export const Proof = z.object({
  challenge: Challenge,
  solution: z.object({ counter: z.int().check(z.gte(0), z.lte(0xffff_ffff)), derivedKey: hex(32) }),
})

export type Challenge = z.infer<typeof Challenge>
export type Proof = z.infer<typeof Proof>

/** Asked with `?bytes=`, the length of the (unpacked) body that is to be sent. */
export const CHALLENGE = route({
  method: 'GET',
  path: '/api/v1/challenge',
  who: 'anyone',
  body: nothing,
  answer: Challenge,
})

/** The header's value: base64url of the proof's JSON. */
export const proofText = (proof: Proof): string => toBase64url(utf8(JSON.stringify(proof)))

/** Null where the text is not a proof. */
export function readProof(text: string): Proof | null {
  const bytes = fromBase64url(text)
  if (!bytes) return null
  try {
    const read = z.safeParse(Proof, JSON.parse(new TextDecoder().decode(bytes)))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/**
 * A key derivation that is good for one body only: `bodyHash`, its SHA-256, goes behind each password. So the server need not know the
 * body when it makes the challenge, and a proof that was overheard is worth nothing for another body.
 */
export const boundTo =
  <Parameters, Result>(
    bodyHash: Uint8Array,
    deriveKey: (parameters: Parameters, salt: Uint8Array, password: Uint8Array) => Result,
  ) =>
  (parameters: Parameters, salt: Uint8Array, password: Uint8Array): Result => {
    const bound = new Uint8Array(password.length + bodyHash.length)
    bound.set(password)
    bound.set(bodyHash, password.length)
    return deriveKey(parameters, salt, bound)
  }
