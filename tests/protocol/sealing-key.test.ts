import { beforeAll, describe, expect, it } from 'vitest'
import { rawPublicKey } from '../../protocol/opening.ts'
import { newRoot, signSealingKey } from '../../protocol/root.ts'
import { judgeSealingKey, type SignedSealingKey, verifySealingKey } from '../../protocol/sealing-key.ts'
import { newTestKey } from './samples.ts'

let root: CryptoKeyPair
let rootPublic: string
let strangerPublic: string
let key: SignedSealingKey
let otherKey: { id: string; publicKey: string }

const make = async (serial: number, campaign = 'campaign') => {
  const { publicKey, opening } = await newTestKey()
  const plain = { campaign, id: opening.id, publicKey, serial, validFrom: '2026-11-22T00:00:00Z' }
  return signSealingKey(plain, root.privateKey)
}

beforeAll(async () => {
  root = await newRoot()
  rootPublic = await rawPublicKey(root.publicKey)
  strangerPublic = await rawPublicKey((await newRoot()).publicKey)
  key = await make(3)
  const other = await newTestKey()
  otherKey = { id: other.opening.id, publicKey: other.publicKey }
})

describe('a sealing key signed by the root', () => {
  it('is believed', async () => {
    expect(await verifySealingKey(key, rootPublic)).toBe(true)
  })

  it('is not believed when another root is asked, or any field was changed', async () => {
    expect(await verifySealingKey(key, strangerPublic)).toBe(false)
    const changes = [
      { campaign: 'other' },
      { serial: 4 },
      { validFrom: '2026-11-23T00:00:00Z' },
      { id: otherKey.id },
      { publicKey: otherKey.publicKey },
      otherKey,
      { signature: `${key.signature.slice(0, -4)}AAAA` },
      { signature: '' },
      { signature: '!' },
    ]
    for (const change of changes) expect(await verifySealingKey({ ...key, ...change }, rootPublic)).toBe(false)
    expect(await verifySealingKey(key, 'not a key')).toBe(false)
  })
})

describe('a device', () => {
  it('pins the root and the serial at its first visit', async () => {
    expect(await judgeSealingKey('campaign', rootPublic, key, null)).toEqual({ pin: { root: rootPublic, serial: 3 } })
  })

  it('refuses another root than the pinned one, even with a good signature', async () => {
    const pin = { root: strangerPublic, serial: 1 }
    expect(await judgeSealingKey('campaign', rootPublic, key, pin)).toEqual({ refused: 'wrong-root' })
  })

  it('refuses a key that the root did not sign, or signed for another campaign', async () => {
    expect(await judgeSealingKey('campaign', strangerPublic, key, null)).toEqual({ refused: 'not-signed' })
    expect(await judgeSealingKey('campaign', rootPublic, await make(4, 'other'), null)).toEqual({
      refused: 'not-signed',
    })
  })

  it('refuses an older key than the last, and takes the same or a newer one', async () => {
    const pin = (serial: number) => ({ root: rootPublic, serial })
    expect(await judgeSealingKey('campaign', rootPublic, key, pin(4))).toEqual({ refused: 'older' })
    expect(await judgeSealingKey('campaign', rootPublic, key, pin(3))).toEqual({ pin: pin(3) })
    expect(await judgeSealingKey('campaign', rootPublic, key, pin(2))).toEqual({ pin: pin(3) })
  })
})
