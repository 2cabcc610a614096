// The limit of open.chromium: one of as many workers as the console has, opening its share with nothing but WebCrypto.
// Told { jwk, recipient, info, envelopes: [{ sealed, aad }] } it answers "ready"; told a number, it opens that many, the same ones again
// and again, and answers the milliseconds.
import { contextOf, rawOpen } from './raw-hpke.mjs'

const IN_FLIGHT = 32
let parts = null
let all = []

addEventListener('message', async ({ data }) => {
  if (typeof data === 'number') return postMessage(await openAll(data))
  const { jwk, recipient, info, envelopes } = data
  const usages = ['deriveBits']
  const privateKey = await crypto.subtle.importKey('jwk', jwk, { name: 'ECDH', namedCurve: 'P-256' }, false, usages)
  parts = { privateKey, recipient, context: await contextOf(info) }
  all = envelopes
  postMessage('ready')
})

async function openAll(count) {
  const from = performance.now()
  let next = 0
  const lane = async () => {
    while (next < count) {
      const { sealed, aad } = all[next++ % all.length]
      await rawOpen(sealed, aad, parts)
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane))
  return performance.now() - from
}
