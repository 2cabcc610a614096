import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from 'hpke'
import * as z from 'zod/mini'
import { ActBody } from './act.ts'
import { fromBase64url, toBase64url, utf8 } from './base64url.ts'
import { associatedData, Envelope, EnvelopeHead, MAX_SEALED_BYTES } from './envelope.ts'
import { keyIdOf } from './sealing-key.ts'

// The only file that knows the HPKE library (RFC 9180, base mode). P-256 because every engine in the field has it natively.
const suite = new CipherSuite(KEM_DHKEM_P256_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM)
const ENC_BYTES = 65
const PAD_TO = 256
const ECDH = { name: 'ECDH', namedCurve: 'P-256' } as const

export type SealProblem = 'wrong-key' | 'too-large' | 'not-readable'

/**
 * Why an act could not be sealed or opened. `wrong-key`: the key is not the one the envelope names, or the seal does not
 * authenticate · `too-large`: the sealed act would pass `MAX_SEALED_BYTES` · `not-readable`: opened, but not an act.
 */
export class SealError extends Error {
  constructor(
    readonly problem: SealProblem,
    options?: ErrorOptions,
  ) {
    super(problem, options)
    this.name = 'SealError'
  }
}

const info = (kind: string) => utf8(`paraphe/1/${kind}`)

/** 4 bytes of length (big-endian), UTF-8 JSON, zeros up to a multiple of 256: lengths of names do not show. */
export function pad(json: string): Uint8Array<ArrayBuffer> {
  const text = utf8(json)
  const bytes = new Uint8Array(Math.ceil((4 + text.length) / PAD_TO) * PAD_TO)
  new DataView(bytes.buffer).setUint32(0, text.length)
  bytes.set(text, 4)
  return bytes
}

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

/**
 * Seals an act to a public key (65 raw bytes, base64url).
 * @throws SealError `too-large`; `wrong-key` where the key is not the one that `head.key` names.
 * @throws ZodError where the head or the body is not of its schema: a caller's mistake, checked before anything is sealed.
 */
export async function seal(head: EnvelopeHead, body: ActBody, publicKey: string): Promise<Envelope> {
  z.parse(EnvelopeHead, head)
  z.parse(ActBody, body)
  if (head.kind !== body.kind) throw new TypeError(`a ${body.kind} in an envelope for a ${head.kind}`)
  const { id, key: recipient } = await recipientOf(publicKey)
  if (id !== head.key) throw new SealError('wrong-key')
  const { encapsulatedSecret, ciphertext } = await suite.Seal(recipient, pad(JSON.stringify(body)), {
    info: info(head.kind),
    aad: utf8(associatedData(head)),
  })
  const sealed = new Uint8Array(encapsulatedSecret.length + ciphertext.length)
  sealed.set(encapsulatedSecret)
  sealed.set(ciphertext, encapsulatedSecret.length)
  if (sealed.length > MAX_SEALED_BYTES) throw new SealError('too-large')
  return { ...head, sealed: toBase64url(sealed) } as Envelope
}

interface Recipient {
  id: string | null
  key: Awaited<ReturnType<typeof suite.DeserializePublicKey>>
}

/** A device seals to one key all day long. */
let last: { publicKey: string; recipient: Promise<Recipient> } | undefined

function recipientOf(publicKey: string): Promise<Recipient> {
  if (last?.publicKey !== publicKey) last = { publicKey, recipient: readRecipient(publicKey) }
  return last.recipient
}

async function readRecipient(publicKey: string): Promise<Recipient> {
  const id = await keyIdOf(publicKey)
  if (id === null) throw new SealError('wrong-key')
  return { id, key: await suite.DeserializePublicKey(fromBase64url(publicKey) as Uint8Array) }
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
 * Opens an envelope.
 * @throws SealError `wrong-key` (other key, or any byte or clear field changed), `not-readable` (authentic, but no act).
 * @throws ZodError where `envelope` is not of its schema.
 */
export async function open(envelope: Envelope, key: OpeningKey): Promise<ActBody> {
  const { sealed, ...head } = z.parse(Envelope, envelope)
  if (head.key !== key.id) throw new SealError('wrong-key')
  const bytes = fromBase64url(sealed) as Uint8Array
  let padded: Uint8Array
  try {
    padded = await suite.Open(key.pair, bytes.subarray(0, ENC_BYTES), bytes.subarray(ENC_BYTES), {
      info: info(head.kind),
      aad: utf8(associatedData(head)),
    })
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
