import * as z from 'zod/mini'
import { base64urlLength, fromBase64url, sha256Base64url } from './base64url.ts'
import { Digest, KeyId, Slug, Uuid } from './ids.ts'
import { MAX_PETITIONS } from './limits.ts'

// A sealed act with the few clear facts that routing needs (design §4). Every clear field is authenticated by the seal,
// so an envelope moved to another petition, campaign, consent or tag does not open.

/** DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM (RFC 9180 §7). The name leaves room for a post-quantum hybrid. */
export const SUITE = 'P256-SHA256-A256GCM'

/** Bytes of `enc ‖ ciphertext` at most; checked before the thank-you, so that no server has to refuse it later. */
export const MAX_SEALED_BYTES = 24 * 1024

/** enc (65, uncompressed point) and the AEAD tag (16). */
export const SEAL_OVERHEAD_BYTES = 81

/** Whether it is exactly the text of as many bytes as an act can have. */
export function isSealed(sealed: string): boolean {
  const bytes = sealed.length <= Math.ceil((MAX_SEALED_BYTES * 4) / 3) ? base64urlLength(sealed) : null
  return bytes !== null && bytes > SEAL_OVERHEAD_BYTES && bytes <= MAX_SEALED_BYTES
}

/** `enc ‖ ciphertext`, or null where `sealed` is not exactly the text of as many bytes as an act can have. */
export const sealedBytes = (sealed: string): Uint8Array<ArrayBuffer> | null =>
  isSealed(sealed) ? fromBase64url(sealed) : null

const Sealed = z.string().check(z.refine(isSealed))

const sortedAndUnique = (ids: readonly string[]) => ids.every((id, i) => i === 0 || (ids[i - 1] as string) < id)

const clear = {
  v: z.literal(1),
  suite: z.literal(SUITE),
  id: Uuid,
  campaign: Slug,
  key: KeyId,
  consent: Slug,
  withdrawTag: Digest,
}

const kinds = [
  {
    ...clear,
    kind: z.literal('signature'),
    petitions: z.array(Slug).check(z.minLength(1), z.maxLength(MAX_PETITIONS), z.refine(sortedAndUnique)),
  },
  { ...clear, kind: z.literal('letter'), petitions: z.array(Slug).check(z.length(1)) },
  { ...clear, kind: z.literal('join'), petitions: z.array(Slug).check(z.length(0)) },
  { ...clear, kind: z.literal('contact'), petitions: z.array(Slug).check(z.length(0)) },
] as const

/** The clear part of an envelope, before sealing. */
export const EnvelopeHead = z.discriminatedUnion('kind', [
  z.strictObject(kinds[0]),
  z.strictObject(kinds[1]),
  z.strictObject(kinds[2]),
  z.strictObject(kinds[3]),
])

export const Envelope = z.discriminatedUnion('kind', [
  z.strictObject({ ...kinds[0], sealed: Sealed }),
  z.strictObject({ ...kinds[1], sealed: Sealed }),
  z.strictObject({ ...kinds[2], sealed: Sealed }),
  z.strictObject({ ...kinds[3], sealed: Sealed }),
])

export type EnvelopeHead = z.infer<typeof EnvelopeHead>
export type Envelope = z.infer<typeof Envelope>
export type ActKind = Envelope['kind']

/** What the seal authenticates besides the body (design §4); ids are ASCII, so the JSON text has one form. */
export function associatedData(head: EnvelopeHead): string {
  const { v, suite, id, kind, campaign, petitions, key, consent, withdrawTag } = head
  return JSON.stringify([v, suite, id, kind, campaign, petitions, key, consent, withdrawTag])
}

/** The whole envelope as one canonical text: two envelopes are "the same bytes" when these texts are equal. */
export function canonicalText(envelope: Envelope): string {
  const { v, suite, id, kind, campaign, petitions, key, consent, withdrawTag, sealed } = envelope
  return JSON.stringify([v, suite, id, kind, campaign, petitions, key, consent, withdrawTag, sealed])
}

/** base64url SHA-256 of `canonicalText`: what a device and a server compare after a restore (`have`). */
export const envelopeHash = (envelope: Envelope): Promise<string> => sha256Base64url(canonicalText(envelope))
