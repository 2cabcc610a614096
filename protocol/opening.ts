import * as z from 'zod/mini'
import { ActBody } from './act.ts'
import { toBase64url, utf8 } from './base64url.ts'
import { associatedData, Envelope, EnvelopeHead, sealedBytes } from './envelope.ts'
import { info, PAD_TO, SealError, suite } from './seal.ts'
import { keyIdOf } from './sealing-key.ts'

// The other half of seal.ts: a campaign's sealing keys, and opening with their private halves.

const ENC_BYTES = 65
const ECDH = { name: 'ECDH', namedCurve: 'P-256' } as const

/** The JSON text inside a padded body, or null where the padding is not exactly what `pad` makes. */
export function unpad(bytes: Uint8Array): string | null {
  if (bytes.length === 0 || bytes.length % PAD_TO !== 0) return null
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  if (Math.ceil((4 + length) / PAD_TO) * PAD_TO !== bytes.length) return null
  if (bytes.subarray(4 + length).some((byte) => byte !== 0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(4, 4 + length))
  } catch {
    return null
  }
}

/** A new sealing key pair (ECDH P-256). Extractable, because its private half goes into the campaign's key file. */
export const newSealingPair = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(ECDH, true, ['deriveBits'])

/** 65 raw bytes of a public key, base64url. */
export async function rawPublicKey(key: CryptoKey): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.exportKey('raw', key)))
}

/** A private sealing key ready to open with. Node 20 needs the public half beside a non-extractable private one. */
export interface OpeningKey {
  id: string
  pair: CryptoKeyPair
}

/** A private sealing key as stored in the key file (JWK, P-256 with `d`), imported so that it cannot be exported again. */
export async function importOpeningKey(jwk: JsonWebKey): Promise<OpeningKey> {
  const { kty, crv, x, y } = jwk
  const publicKey = await crypto.subtle.importKey('jwk', { kty, crv, x, y } as JsonWebKey, ECDH, true, [])
  const privateKey = await crypto.subtle.importKey('jwk', jwk, ECDH, false, ['deriveBits'])
  const id = (await keyIdOf(await rawPublicKey(publicKey))) as string
  return { id, pair: { publicKey, privateKey } }
}

/**
 * Takes a seal off: `sealed` is `enc ‖ ciphertext`, `aad` what `associatedData` says, the answer the padded body.
 * Rejects, with anything, where it does not authenticate.
 */
export type Unseal = (
  sealed: Uint8Array<ArrayBuffer>,
  aad: Uint8Array<ArrayBuffer>,
  kind: string,
  pair: CryptoKeyPair,
) => Promise<Uint8Array>

/** An envelope that came from somewhere. The schema decodes its seal as well; that is done once, where it is whole. */
function read(envelope: Envelope): { head: EnvelopeHead; bytes: Uint8Array<ArrayBuffer> } {
  const { sealed, ...head } = envelope
  const bytes = typeof sealed === 'string' ? sealedBytes(sealed) : null
  if (bytes) return { head: z.parse(EnvelopeHead, head), bytes }
  z.parse(Envelope, envelope)
  throw new TypeError('an envelope without a seal')
}

/** See `open`; how the seal comes off is given, and what is asked of the envelope and of the act is the same for each way. */
export async function openBy(unseal: Unseal, envelope: Envelope, key: OpeningKey): Promise<ActBody> {
  const { head, bytes } = read(envelope)
  if (head.key !== key.id) throw new SealError('wrong-key')
  let padded: Uint8Array
  try {
    padded = await unseal(bytes, utf8(associatedData(head)), head.kind, key.pair)
  } catch (cause) {
    throw new SealError('wrong-key', { cause })
  }
  const json = unpad(padded)
  if (json === null) throw new SealError('not-readable')
  try {
    const body = z.parse(ActBody, JSON.parse(json))
    if (body.kind === head.kind) return body
  } catch (cause) {
    throw new SealError('not-readable', { cause })
  }
  throw new SealError('not-readable')
}

const unseal: Unseal = (sealed, aad, kind, pair) =>
  suite.Open(pair, sealed.subarray(0, ENC_BYTES), sealed.subarray(ENC_BYTES), { info: info(kind), aad })

/**
 * Opens an envelope.
 * @throws SealError `wrong-key` (other key, or any byte or clear field changed), `not-readable` (authentic, but no act).
 * @throws ZodError where `envelope` is not of its schema.
 */
export const open = (envelope: Envelope, key: OpeningKey): Promise<ActBody> => openBy(unseal, envelope, key)
