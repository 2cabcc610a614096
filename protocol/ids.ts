import * as z from 'zod/mini'
import { base64urlLength } from './base64url.ts'

/** Where random bytes come from; the simulation passes a seeded one. */
export type RandomBytes = (length: number) => Uint8Array

export const systemRandom: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length))

/** Ids that people choose or that stand in addresses: campaigns, petitions, consent texts, stands. Lower-case ASCII. */
export const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/
export const Slug = z.string().check(z.regex(SLUG))

/** UUID version 4, lower-case (RFC 9562 §5.4). Not version 7: that would put the moment of signing in the clear. */
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
export const Uuid = z.string().check(z.regex(UUID))

/** Id of a public key: the first 16 bytes of the SHA-256 of its 65 raw bytes, in lower-case hex. */
export const KEY_ID = /^[0-9a-f]{32}$/
export const KeyId = z.string().check(z.regex(KEY_ID))

/** Canonical unpadded base64url of exactly `bytes` bytes. */
export const isBase64urlOf = (text: string, bytes: number): boolean => base64urlLength(text) === bytes
export const Base64urlOf = (bytes: number) => z.string().check(z.refine((text) => isBase64urlOf(text, bytes)))

/** SHA-256 as base64url. */
export const DIGEST_BYTES = 32
export const Digest = Base64urlOf(DIGEST_BYTES)

/** A moment in UTC as `Date.toISOString` writes it, with or without parts of a second. */
export const UtcTime = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/))

/** A new UUID version 4. */
export function newUuid(random: RandomBytes = systemRandom): string {
  const bytes = random(16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = toHex(bytes)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

export const toHex = (bytes: Uint8Array): string => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('')
