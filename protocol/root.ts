import { toBase64url } from './base64url.ts'
import { ECDSA, ECDSA_SHA256, type SealingKey, type SignedSealingKey, sealingKeyStatement } from './sealing-key.ts'

// The root's private half, which only the coordinator who makes keys holds. Apart from sealing-key.ts, so that phones do not download it.

/** A new root. Extractable, because its private half goes into the campaign's key file. */
export const newRoot = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(ECDSA, true, ['sign', 'verify'])

/** Signs a sealing key with the root's private half. */
export async function signSealingKey(key: SealingKey, rootPrivate: CryptoKey): Promise<SignedSealingKey> {
  const signature = await crypto.subtle.sign(ECDSA_SHA256, rootPrivate, sealingKeyStatement(key))
  return { ...key, signature: toBase64url(new Uint8Array(signature)) }
}
