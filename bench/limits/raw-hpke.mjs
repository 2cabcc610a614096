// What opening an envelope costs at least (RFC 9180, base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM): each step of the
// specification as one call of WebCrypto, on bytes that are in memory, and nothing else: no parsing, no schema, no file.

const { subtle } = globalThis.crypto
const text = (it) => new TextEncoder().encode(it)
const joined = (...parts) => {
  const whole = new Uint8Array(parts.reduce((sum, it) => sum + it.length, 0))
  let at = 0
  for (const it of parts) {
    whole.set(it, at)
    at += it.length
  }
  return whole
}
const two = (n) => Uint8Array.of(n >> 8, n & 255)

const HMAC = { name: 'HMAC', hash: 'SHA-256' }
const ECDH = { name: 'ECDH', namedCurve: 'P-256' }
const KEM = joined(text('KEM'), two(0x10))
const HPKE = joined(text('HPKE'), two(0x10), two(1), two(2))
const V1 = text('HPKE-v1')

const hmacKey = (bytes) => subtle.importKey('raw', bytes, HMAC, false, ['sign'])
const hmac = async (key, bytes) => new Uint8Array(await subtle.sign('HMAC', key, bytes))
/** No salt is a salt of zeros (RFC 5869 §2.2). */
const noSalt = hmacKey(new Uint8Array(32))

const extract = async (suite, salt, label, bytes) => hmac(await salt, joined(V1, suite, text(label), bytes))
/** One block of HKDF-Expand: at most 32 bytes. */
const expand = async (suite, key, label, info, length) =>
  (await hmac(key, joined(two(length), V1, suite, text(label), info, Uint8Array.of(1)))).subarray(0, length)

/** What is the same for every envelope of a kind (RFC 9180 §5.1). */
export async function contextOf(info) {
  const pskIdHash = await extract(HPKE, noSalt, 'psk_id_hash', new Uint8Array())
  const infoHash = await extract(HPKE, noSalt, 'info_hash', info)
  return joined(Uint8Array.of(0), pskIdHash, infoHash)
}

/** From the Diffie-Hellman secret to key and nonce (§4.1, §5.1). */
export async function keyAndNonce(dh, enc, recipient, context) {
  const prk = await extract(KEM, noSalt, 'eae_prk', dh)
  const shared = await expand(KEM, await hmacKey(prk), 'shared_secret', joined(enc, recipient), 32)
  const secret = await extract(HPKE, hmacKey(shared), 'secret', new Uint8Array())
  const secretKey = await hmacKey(secret)
  const [key, nonce] = await Promise.all([
    expand(HPKE, secretKey, 'key', context, 32),
    expand(HPKE, secretKey, 'base_nonce', context, 12),
  ])
  return { key, nonce }
}

/** Opens one envelope's bytes, `enc ‖ ciphertext`. */
export async function rawOpen(sealed, aad, { privateKey, recipient, context }) {
  const enc = sealed.subarray(0, 65)
  const sender = await subtle.importKey('raw', enc, ECDH, false, [])
  const dh = new Uint8Array(await subtle.deriveBits({ name: 'ECDH', public: sender }, privateKey, 256))
  const { key, nonce } = await keyAndNonce(dh, enc, recipient, context)
  const aes = await subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt'])
  return subtle.decrypt({ name: 'AES-GCM', iv: nonce, additionalData: aad }, aes, sealed.subarray(65))
}
