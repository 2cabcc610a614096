import { fromBase64url, utf8 } from '../protocol/base64url.ts'
import { associatedData } from '../protocol/envelope.ts'
import { type BenchFolder, INFO } from './sealed-data.ts'

/** What the limits of opening are given, as JSON: bytes in base64. */
export function rawParts({ keys, sample }: BenchFolder) {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  return {
    jwk: keys.keyFile.sealing[0]?.jwk,
    recipient: base64(fromBase64url(keys.keys.sealingKey.publicKey) as Uint8Array),
    info: base64(INFO),
    envelopes: sample.map(({ sealed, ...head }) => ({
      sealed: base64(fromBase64url(sealed) as Uint8Array),
      aad: base64(utf8(associatedData(head))),
    })),
  }
}
