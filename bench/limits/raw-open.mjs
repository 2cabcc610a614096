// The limit of export.cli: one process for each core, each opening its share with nothing but WebCrypto.
//   raw-open.mjs FILE     FILE: JSON { jwk, recipient, info, envelopes: [{ sealed, aad }] }, base64
// Says "ready", waits for a line, opens all of them as often as the line says, and says how many milliseconds that took.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { contextOf, rawOpen } from './raw-hpke.mjs'

const IN_FLIGHT = 32
const bytes = (base64) => new Uint8Array(Buffer.from(base64, 'base64'))

const { jwk, recipient, info, envelopes } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const privateKey = await crypto.subtle.importKey('jwk', jwk, { name: 'ECDH', namedCurve: 'P-256' }, false, [
  'deriveBits',
])
const parts = { privateKey, recipient: bytes(recipient), context: await contextOf(bytes(info)) }
const all = envelopes.map(({ sealed, aad }) => ({ sealed: bytes(sealed), aad: bytes(aad) }))

console.log('ready')
const [line] = await new Promise((resolve) => createInterface(process.stdin).once('line', (it) => resolve([it])))
const count = Number(line)
const from = performance.now()
let next = 0
const lane = async () => {
  while (next < count) {
    const { sealed, aad } = all[next++ % all.length]
    await rawOpen(sealed, aad, parts)
  }
}
await Promise.all(Array.from({ length: IN_FLIGHT }, lane))
// As a text: a number might be printed in colours.
console.log(String(performance.now() - from))
process.exit()
