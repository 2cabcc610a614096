import * as z from 'zod/mini'
import { fromBase64url, utf8 } from './base64url.ts'
import { Base64urlOf, KeyId, Slug, toHex, UtcTime } from './ids.ts'

// A campaign's root (ECDSA P-256) signs each sealing key. Devices pin the root and accept only keys that it signed, with a
// serial not lower than the last one they saw: a server that was broken into cannot hand out a key of its own.

/** A public key as its 65 raw bytes (uncompressed point, SEC 1 §2.3.3) in base64url. */
export const PublicKey = Base64urlOf(65)

export const SealingKey = z.strictObject({
  campaign: Slug,
  id: KeyId,
  publicKey: PublicKey,
  serial: z.int().check(z.gte(1)),
  /** ISO 8601 in UTC. */
  validFrom: UtcTime,
})

/** `signature` is ECDSA P-256 with SHA-256 over `sealingKeyStatement`, as 64 bytes r‖s (IEEE P1363). */
export const SignedSealingKey = z.strictObject({ ...SealingKey.shape, signature: Base64urlOf(64) })

export type SealingKey = z.infer<typeof SealingKey>
export type SignedSealingKey = z.infer<typeof SignedSealingKey>

export const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' } as const
export const ECDSA_SHA256 = { name: 'ECDSA', hash: 'SHA-256' } as const

/** Id of a public key: see `KeyId`. Null where the text is not a public key. */
export async function keyIdOf(publicKey: string): Promise<string | null> {
  const raw = fromBase64url(publicKey)
  if (raw?.length !== 65) return null
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', raw)).subarray(0, 16))
}

/** The bytes that a root signs. */
export function sealingKeyStatement(key: SealingKey): Uint8Array<ArrayBuffer> {
  return utf8(JSON.stringify(['paraphe/sealing-key/1', key.campaign, key.id, key.publicKey, key.serial, key.validFrom]))
}

/**
 * True where `rootPublic` (65 raw bytes, base64url) signed this key and the key's id is its own. Never throws: what is not a
 * key or not a signature is false.
 */
export async function verifySealingKey(key: SignedSealingKey, rootPublic: string): Promise<boolean> {
  const raw = fromBase64url(rootPublic)
  const signature = fromBase64url(key.signature)
  if (!raw || !signature || (await keyIdOf(key.publicKey)) !== key.id) return false
  try {
    const root = await crypto.subtle.importKey('raw', raw, ECDSA, true, ['verify'])
    return await crypto.subtle.verify(ECDSA_SHA256, root, signature, sealingKeyStatement(key))
  } catch {
    return false
  }
}

/** What a device remembers of a campaign from its first visit on. */
export interface Pin {
  root: string
  serial: number
}

/**
 * Whether a device that holds `pin` (null at its first visit) may seal with `key`.
 * `wrong-root`: another root than the pinned one · `not-signed`: the root did not sign this key · `older`: serial went back.
 */
export async function judgeSealingKey(
  campaign: string,
  root: string,
  key: SignedSealingKey,
  pin: Pin | null,
): Promise<{ pin: Pin } | { refused: 'wrong-root' | 'not-signed' | 'older' }> {
  if (pin && pin.root !== root) return { refused: 'wrong-root' }
  if (key.campaign !== campaign || !(await verifySealingKey(key, root))) return { refused: 'not-signed' }
  if (pin && key.serial < pin.serial) return { refused: 'older' }
  return { pin: { root, serial: key.serial } }
}
