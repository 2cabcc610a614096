import type { ActBody } from '../../protocol/act.ts'
import { utf8 } from '../../protocol/base64url.ts'
import type { Envelope } from '../../protocol/envelope.ts'
import { type OpeningKey, openBy } from '../../protocol/opening.ts'
import { info } from '../../protocol/seal.ts'

// `open` of protocol/opening.ts for a hundred thousand envelopes: the same steps of RFC 9180 (base mode, DHKEM(P-256, HKDF-SHA256),
// HKDF-SHA256, AES-256-GCM) with half of the calls, because what is the same for every envelope of a kind is derived once. A library
// that opens one at a time cannot know that there are more. Only opening: sealing stays the library's.

const ECDH = { name: 'ECDH', namedCurve: 'P-256' }
const HMAC = { name: 'HMAC', hash: 'SHA-256' }
const AES = { name: 'AES-GCM', length: 256 }
const ENC_BYTES = 65
type Bytes = Uint8Array<ArrayBuffer>

function joined(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, it) => sum + it.length, 0))
  let at = 0
  for (const it of parts) {
    whole.set(it, at)
    at += it.length
  }
  return whole
}

/** suite_id, §4.1 and §5.1: kem_id 0x0010, kdf_id 0x0001, aead_id 0x0002. */
const KEM = joined(utf8('KEM'), Uint8Array.of(0, 0x10))
const HPKE = joined(utf8('HPKE'), Uint8Array.of(0, 0x10, 0, 1, 0, 2))
const V1 = utf8('HPKE-v1')

/** What LabeledExtract (§4) puts before the bytes that it is given. */
const extracting = (suite: Bytes, label: string): Bytes => joined(V1, suite, utf8(label))
const EAE_PRK = extracting(KEM, 'eae_prk')
const SECRET = extracting(HPKE, 'secret')
const PSK_ID_HASH = extracting(HPKE, 'psk_id_hash')
const INFO_HASH = extracting(HPKE, 'info_hash')

/** What LabeledExpand (§4) puts before its info. */
const expanding = (suite: Bytes, label: string, length: number): Bytes =>
  joined(Uint8Array.of(0, length), V1, suite, utf8(label))
const SHARED_SECRET = expanding(KEM, 'shared_secret', 32)
const NONCE_BYTES = 12

const NOTHING: Bytes = new Uint8Array()
const importSecret = (bytes: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveBits', 'deriveKey'])
/** Extract and Expand (RFC 5869 §2) in one call, which is all that this key schedule ever does. */
const hkdf = (salt: Bytes, info: Bytes) => ({ name: 'HKDF', hash: 'SHA-256', salt, info })

let nothingAsked: Promise<CryptoKey> | null = null
/** The secret that the key schedule extracts is that of an empty psk: the same for every envelope, only its salt is not. */
const withoutPsk = (): Promise<CryptoKey> => {
  nothingAsked ??= importSecret(SECRET)
  return nothingAsked
}

/** LabeledExtract without a salt, for what is said once; no salt is one of zeros (RFC 5869 §2.2). */
async function extracted(bytes: Bytes): Promise<Bytes> {
  const zeros = await crypto.subtle.importKey('raw', new Uint8Array(32), HMAC, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', zeros, bytes))
}

/** What the secret of an envelope is asked for, in the same words for every envelope of a kind. */
interface Schedule {
  key: Bytes
  nonce: Bytes
}

const schedules = new Map<string, Promise<Schedule>>()
/** With key_schedule_context, §5.1: mode 0 and the hashes of an empty psk_id and of info. */
function scheduleOf(kind: string): Promise<Schedule> {
  let schedule = schedules.get(kind)
  if (!schedule) {
    schedule = Promise.all([extracted(PSK_ID_HASH), extracted(joined(INFO_HASH, info(kind)))]).then((hashes) => {
      const context = joined(Uint8Array.of(0), ...hashes)
      return {
        key: joined(expanding(HPKE, 'key', 32), context),
        nonce: joined(expanding(HPKE, 'base_nonce', NONCE_BYTES), context),
      }
    })
    schedules.set(kind, schedule)
  }
  return schedule
}

const recipients = new WeakMap<CryptoKey, Promise<Bytes>>()
function recipientOf({ publicKey }: CryptoKeyPair): Promise<Bytes> {
  let raw = recipients.get(publicKey)
  if (!raw) {
    raw = crypto.subtle.exportKey('raw', publicKey).then((it) => new Uint8Array(it))
    recipients.set(publicKey, raw)
  }
  return raw
}

/** See `Unseal`. */
async function opened(sealed: Bytes, aad: Bytes, kind: string, pair: CryptoKeyPair): Promise<Uint8Array> {
  const enc = sealed.subarray(0, ENC_BYTES)
  // Refuses what is no point of the curve.
  const sender = await crypto.subtle.importKey('raw', enc, ECDH, false, [])
  const dh = await crypto.subtle.deriveBits({ name: 'ECDH', public: sender }, pair.privateKey, 256)
  // ExtractAndExpand, §4.1
  const prk = await importSecret(joined(EAE_PRK, new Uint8Array(dh)))
  const about = joined(SHARED_SECRET, enc, await recipientOf(pair))
  const shared = new Uint8Array(await crypto.subtle.deriveBits(hkdf(NOTHING, about), prk, 256))
  // KeySchedule, §5.1
  const [secret, asked] = await Promise.all([withoutPsk(), scheduleOf(kind)])
  const [key, nonce] = await Promise.all([
    crypto.subtle.deriveKey(hkdf(shared, asked.key), secret, AES, false, ['decrypt']),
    crypto.subtle.deriveBits(hkdf(shared, asked.nonce), secret, 8 * NONCE_BYTES),
  ])
  const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: aad }
  return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed.subarray(ENC_BYTES)))
}

/** As `open`, with its errors. @throws SealError `wrong-key`, `not-readable` @throws ZodError where it is no envelope */
export const quickOpen = (envelope: Envelope, key: OpeningKey): Promise<ActBody> => openBy(opened, envelope, key)
