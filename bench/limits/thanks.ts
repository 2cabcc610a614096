// The least that "signed is saved" can cost: HPKE's steps (RFC 9180, base mode, DHKEM P-256, HKDF-SHA256, AES-256-GCM) by WebCrypto, one
// strict put, and one get in a new transaction. Not changed to move a ratio. Runs in a page.
import { toBase64url } from '../../protocol/base64url.ts'

type Bytes = Uint8Array<ArrayBuffer>

export interface Limit {
  db: IDBDatabase
  recipient: CryptoKey
  /** 65 bytes, as they go into the shared secret. */
  recipientRaw: Bytes
}

export async function openLimit(recipientRaw: Bytes): Promise<Limit> {
  const recipient = await crypto.subtle.importKey('raw', recipientRaw, ECDH, true, [])
  const opening = indexedDB.open('limit')
  opening.onupgradeneeded = () => {
    // The product's own row and what finds it: the same bytes.
    const rows = opening.result.createObjectStore('envelopes', { keyPath: 'id' })
    rows.createIndex('[state+seq]', ['state', 'seq'])
    rows.createIndex('[state+answeredAt]', ['state', 'answeredAt'])
  }
  return { db: await done(opening), recipient, recipientRaw }
}

/** Seals `padded` for the recipient, keeps it beside `head`, and reads it back. */
export async function signAtLimit(limit: Limit, head: object, padded: Bytes, info: Bytes, aad: Bytes): Promise<void> {
  const { encapsulated, ciphertext } = await hpke(limit, padded, info, aad)
  const sealed = toBase64url(concat(encapsulated, ciphertext))
  const id = crypto.randomUUID()
  const text = JSON.stringify({ ...head, id, sealed })
  const tx = limit.db.transaction('envelopes', 'readwrite', { durability: 'strict' })
  tx.objectStore('envelopes').put(rowOf(id, text))
  await new Promise<void>((resolve, reject) => {
    tx.oncomplete = () => resolve()
    tx.onerror = () => reject(tx.error)
    tx.onabort = () => reject(tx.error)
  })
  const back = await done(limit.db.transaction('envelopes').objectStore('envelopes').get(id))
  if (back?.text !== text) throw new Error('not kept')
}

let seq = 0

/** As `Kept` of src/outbox/storage.ts. */
const rowOf = (id: string, text: string) => ({
  id,
  seq: ++seq,
  state: 'waiting',
  campaign: 'ecrire-pour-les-droits-2024',
  text,
  hash: 'x'.repeat(43),
  size: text.length,
  verdict: null,
  reason: null,
  answeredAt: 0,
})

const ECDH = { name: 'ECDH', namedCurve: 'P-256' } as const
const KEM_SUITE = bytes('KEM', [0, 0x10])
const HPKE_SUITE = bytes('HPKE', [0, 0x10], [0, 1], [0, 2])
const EMPTY = new Uint8Array()

async function hpke({ recipient, recipientRaw }: Limit, text: Bytes, info: Bytes, aad: Bytes) {
  const own = await crypto.subtle.generateKey(ECDH, false, ['deriveBits'])
  const [raw, dh] = await Promise.all([
    crypto.subtle.exportKey('raw', own.publicKey),
    crypto.subtle.deriveBits({ name: 'ECDH', public: recipient }, own.privateKey, 256),
  ])
  const encapsulated = new Uint8Array(raw)
  // 4.1: ExtractAndExpand
  const eae = await extract(KEM_SUITE, EMPTY, 'eae_prk', new Uint8Array(dh))
  const shared = await expand(KEM_SUITE, eae, 'shared_secret', concat(encapsulated, recipientRaw), 32)
  // 5.1: KeySchedule
  const [pskId, infoHash, secret] = await Promise.all([
    extract(HPKE_SUITE, EMPTY, 'psk_id_hash', EMPTY),
    extract(HPKE_SUITE, EMPTY, 'info_hash', info),
    extract(HPKE_SUITE, shared, 'secret', EMPTY),
  ])
  const context = concat(new Uint8Array([0]), pskId, infoHash)
  const [keyBytes, nonce] = await Promise.all([
    expand(HPKE_SUITE, secret, 'key', context, 32),
    expand(HPKE_SUITE, secret, 'base_nonce', context, 12),
  ])
  const key = await crypto.subtle.importKey('raw', keyBytes, 'AES-GCM', false, ['encrypt'])
  const how = { name: 'AES-GCM', iv: nonce, additionalData: aad }
  return { encapsulated, ciphertext: new Uint8Array(await crypto.subtle.encrypt(how, key, text)) }
}

const extract = (suite: Bytes, salt: Bytes, label: string, ikm: Bytes): Promise<Bytes> =>
  hmac(salt.length > 0 ? salt : new Uint8Array(32), concat(bytes('HPKE-v1'), suite, bytes(label), ikm))

async function expand(suite: Bytes, prk: Bytes, label: string, info: Bytes, length: number): Promise<Bytes> {
  const block = await hmac(
    prk,
    concat(new Uint8Array([0, length]), bytes('HPKE-v1'), suite, bytes(label), info, new Uint8Array([1])),
  )
  return block.slice(0, length)
}

async function hmac(key: Bytes, data: Bytes): Promise<Bytes> {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, data))
}

function bytes(text: string, ...more: number[][]): Bytes {
  return concat(new TextEncoder().encode(text) as Bytes, ...more.map((it) => new Uint8Array(it)))
}

function concat(...parts: Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, it) => sum + it.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
