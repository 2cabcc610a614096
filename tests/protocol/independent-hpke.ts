// Opens an envelope with @hpke/core, which shares no code with the library that seals, straight from design §4.
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import type { Envelope } from '../../protocol/envelope.ts'

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
})

export async function openIndependently(envelope: Envelope, jwk: JsonWebKey): Promise<unknown> {
  const { v, suite: name, id, kind, campaign, petitions, key, consent, withdrawTag, sealed } = envelope
  const binary = atob(sealed.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
  const utf8 = new TextEncoder()
  const recipient = await suite.createRecipientContext({
    recipientKey: await crypto.subtle.importKey('jwk', jwk, { name: 'ECDH', namedCurve: 'P-256' }, true, [
      'deriveBits',
    ]),
    enc: bytes.slice(0, 65).buffer,
    info: utf8.encode(`paraphe/1/${kind}`).buffer,
  })
  const aad = utf8.encode(JSON.stringify([v, name, id, kind, campaign, petitions, key, consent, withdrawTag]))
  const padded = new Uint8Array(await recipient.open(bytes.slice(65).buffer, aad.buffer))
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0)
  return JSON.parse(new TextDecoder().decode(padded.subarray(4, 4 + length)))
}
