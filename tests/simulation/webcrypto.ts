import { createHash, createHmac, pbkdf2Sync } from 'node:crypto'
import { Chance } from './chance.ts'

// WebCrypto as far as production code needs it in a run, without the threads of its own on which it works and whose order nobody
// decides, and with the seed's randomness where a library draws its own.

type Held = { name: string; secret: Uint8Array }

const held = new WeakMap<object, Held>()
const { subtle } = crypto
const importKey = subtle.importKey.bind(subtle) as (...given: unknown[]) => Promise<CryptoKey>
const deriveBits = subtle.deriveBits.bind(subtle) as (...given: unknown[]) => Promise<ArrayBuffer>

let drawn: Chance | null = null

/** From now on `crypto.getRandomValues` follows this seed. */
export function seedWebCrypto(seed: number): void {
  drawn = new Chance(seed ^ 0x5eed)
}

const bytesOf = (data: unknown): Uint8Array =>
  ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data as ArrayBuffer)
const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer

export function takeOverWebCrypto(): void {
  subtle.digest = async (algorithm, data) => {
    if (algorithm !== 'SHA-256') throw new Error(`no ${String(algorithm)} here`)
    return bufferOf(createHash('sha256').update(bytesOf(data)).digest())
  }
  Object.assign(subtle, {
    importKey: async (...given: unknown[]) => {
      const [format, data, algorithm] = given as [string, unknown, { name?: string }]
      if (format !== 'raw' || (algorithm.name !== 'HMAC' && algorithm.name !== 'PBKDF2')) return importKey(...given)
      const key = {} as CryptoKey
      held.set(key, { name: algorithm.name, secret: bytesOf(data).slice() })
      return key
    },
    deriveBits: async (algorithm: { salt: Uint8Array; iterations: number }, key: CryptoKey, bits: number) => {
      const known = held.get(key)
      if (!known) return deriveBits(algorithm, key, bits)
      return bufferOf(pbkdf2Sync(known.secret, algorithm.salt, algorithm.iterations, bits / 8, 'sha256'))
    },
  })
  const sign = subtle.sign.bind(subtle)
  subtle.sign = async (algorithm, key, data) => {
    const known = held.get(key)
    if (known?.name !== 'HMAC') return sign(algorithm, key, data)
    return bufferOf(createHmac('sha256', known.secret).update(bytesOf(data)).digest())
  }
  const getRandomValues = crypto.getRandomValues.bind(crypto)
  crypto.getRandomValues = (array) => {
    if (!drawn || !array) return getRandomValues(array)
    bytesOf(array).set(drawn.bytes(array.byteLength))
    return array
  }
}
