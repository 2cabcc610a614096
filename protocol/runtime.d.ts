// The few globals that browsers, workers and Node 20 share. Protocol code may use these and nothing else, which is why
// its tsconfig knows neither DOM nor Node. This file is seen by protocol/tsconfig.json only; the other programs bring
// their own, wider declarations of the same names.
declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(bytes?: Uint8Array): string
}
declare function btoa(binary: string): string
declare function atob(text: string): string

interface CryptoKey {
  readonly algorithm: { readonly name: string }
  readonly type: 'public' | 'private' | 'secret'
  readonly extractable: boolean
  readonly usages: string[]
}
interface CryptoKeyPair {
  readonly publicKey: CryptoKey
  readonly privateKey: CryptoKey
}
interface JsonWebKey {
  kty?: string
  crv?: string
  x?: string
  y?: string
  d?: string
}
interface EcKeyAlgorithm {
  name: 'ECDSA' | 'ECDH'
  namedCurve: 'P-256'
}
declare const crypto: {
  getRandomValues<T extends Uint8Array>(bytes: T): T
  readonly subtle: {
    digest(hash: 'SHA-256', bytes: Uint8Array): Promise<ArrayBuffer>
    generateKey(algorithm: EcKeyAlgorithm, extractable: boolean, usages: string[]): Promise<CryptoKeyPair>
    importKey(
      format: 'raw',
      key: Uint8Array,
      algorithm: EcKeyAlgorithm,
      extractable: boolean,
      usages: string[],
    ): Promise<CryptoKey>
    importKey(
      format: 'jwk',
      key: JsonWebKey,
      algorithm: EcKeyAlgorithm,
      extractable: boolean,
      usages: string[],
    ): Promise<CryptoKey>
    exportKey(format: 'raw', key: CryptoKey): Promise<ArrayBuffer>
    exportKey(format: 'jwk', key: CryptoKey): Promise<JsonWebKey>
    sign(algorithm: { name: 'ECDSA'; hash: 'SHA-256' }, key: CryptoKey, bytes: Uint8Array): Promise<ArrayBuffer>
    verify(
      algorithm: { name: 'ECDSA'; hash: 'SHA-256' },
      key: CryptoKey,
      signature: Uint8Array,
      bytes: Uint8Array,
    ): Promise<boolean>
  }
}
