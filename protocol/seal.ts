import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from 'hpke'
import * as z from 'zod/mini'
import { ActBody } from './act.ts'
import { fromBase64url, toBase64url, utf8 } from './base64url.ts'
import { associatedData, type Envelope, EnvelopeHead, MAX_SEALED_BYTES } from './envelope.ts'
import { keyIdOf } from './sealing-key.ts'

// The only file that knows the HPKE library (RFC 9180, base mode). P-256 because every engine in the field has it natively. What only
// coordinators do, making keys and opening, stands in opening.ts, so that phones do not download it.
export const suite = new CipherSuite(KEM_DHKEM_P256_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM)
export const PAD_TO = 256

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

/** What the seal is bound to besides the clear fields. */
export const info = (kind: string) => utf8(`paraphe/1/${kind}`)

/** 4 bytes of length (big-endian), UTF-8 JSON, zeros up to a multiple of 256: lengths of names do not show. */
export function pad(json: string): Uint8Array<ArrayBuffer> {
  const text = utf8(json)
  const bytes = new Uint8Array(Math.ceil((4 + text.length) / PAD_TO) * PAD_TO)
  new DataView(bytes.buffer).setUint32(0, text.length)
  bytes.set(text, 4)
  return bytes
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
