import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { toBase64url } from '../../protocol/base64url.ts'
import { newReceiptCode } from '../../protocol/receipt.ts'
import { type Keys, sealed } from './campaign.fixture.ts'
import { put as putTo } from './device.fixture.ts'
import { countsOf, type Envelope, openForSigning, type Running, start, verdictsOf } from './running.fixture.ts'
import { bodyOf, type Device, newDevice, signedBy } from './signed.fixture.ts'

let running: Running
let keys: Keys
let device: Device

beforeEach(async () => {
  running = await start({ quarantineLimit: 4000 })
  keys = await openForSigning(running)
  device = await newDevice()
})
afterEach(() => running.stop())

const signed = (text: string, by = device) => signedBy(by, text)
const textOf = (envelopes: Envelope[]) => bodyOf(device, envelopes)
const put = (payload: string | Buffer, headers: Record<string, string>, text?: string) =>
  putTo(running, payload, headers, text)

const sendSigned = async (envelopes: Envelope[]) => {
  const text = textOf(envelopes)
  return put(text, await signed(text))
}

describe("a batch that names a device is turned away without that device's signature", () => {
  test('no headers, or not all of them', async () => {
    const text = textOf([])
    const { 'paraphe-signature': _, ...headers } = await signed(text)
    for (const given of [{}, headers]) {
      const answer = await put(text, given)
      expect([answer.statusCode, answer.json()]).toEqual([401, { reason: 'signature-needed' }])
    }
  })

  test("another text's signature, another key, another device, or no key at all", async () => {
    const text = textOf([await sealed(keys.sealingKey)])
    const headers = await signed(text)
    const other = await newDevice()
    for (const given of [
      await signed(`${text} `),
      { ...headers, 'paraphe-device-key': other.key },
      { ...headers, 'paraphe-device': other.id },
      { ...headers, 'paraphe-device-key': toBase64url(new Uint8Array(65).fill(4)) },
      { ...headers, 'paraphe-signature': 'AAAA' },
    ]) {
      const answer = await put(text, given)
      expect([answer.statusCode, answer.json()]).toEqual([401, { reason: 'wrong-signature' }])
    }
    expect((await sendSigned([])).json().accepted).toBe(0)
  })
})

describe('a device that nobody enrolled', () => {
  test('is not turned away: its envelopes wait in quarantine, uncounted and out of the console', async () => {
    const envelopes = [await sealed(keys.sealingKey), await sealed(keys.sealingKey)]
    const first = (await sendSigned(envelopes)).json()
    expect(first.verdicts.map((it: { verdict: string }) => it.verdict)).toEqual(['stored', 'stored'])
    expect(first.accepted).toBe(2)
    const again = (await sendSigned(envelopes)).json()
    expect(again.verdicts.map((it: { verdict: string }) => it.verdict)).toEqual(['duplicate', 'duplicate'])
    expect(again.accepted).toBe(2)
    expect(await countsOf(running)).toMatchObject({ awa: 0 })
    expect((await running.store.campaigns())[0]?.envelopes).toBe(0)
    expect((await running.store.envelopes('droits-2024', null, 10))?.items).toEqual([])
  })

  test('signs the unpacked bytes, so packing them changes nothing', async () => {
    const text = textOf([await sealed(keys.sealingKey)])
    const answer = await put(gzipSync(text), { ...(await signed(text)), 'content-encoding': 'gzip' }, text)
    expect(answer.json().verdicts[0].verdict).toBe('stored')
  })

  test('cannot stand in the way of the same envelope coming by a trusted way', async () => {
    const genuine = await sealed(keys.sealingKey)
    const forged = await sealed(keys.sealingKey, { id: genuine.id })
    await sendSigned([forged])
    expect(await verdictsOf(running, [genuine])).toEqual(['stored'])
    expect(await countsOf(running)).toMatchObject({ awa: 1 })
    expect((await sendSigned([genuine])).json().verdicts[0].verdict).toBe('duplicate')
  })

  test('has its quarantine settled when the same bytes come by a trusted way', async () => {
    const envelopes = await Promise.all([1, 2, 3, 4, 5, 6].map(() => sealed(keys.sealingKey)))
    expect((await sendSigned(envelopes)).statusCode).toBe(200)
    expect((await sendSigned([await sealed(keys.sealingKey)])).statusCode).toBe(503)
    expect(await verdictsOf(running, envelopes)).toEqual(Array(6).fill('stored'))
    // There is room again.
    expect((await sendSigned([await sealed(keys.sealingKey)])).statusCode).toBe(200)
  })

  test('is asked to wait when the quarantine is full, and what was there stays', async () => {
    const envelopes = await Promise.all(Array.from({ length: 20 }, () => sealed(keys.sealingKey)))
    expect((await sendSigned(envelopes.slice(0, 3))).statusCode).toBe(200)
    const full = await sendSigned(envelopes)
    expect([full.statusCode, full.json()]).toEqual([503, { reason: 'overloaded' }])
    expect(Number(full.headers['retry-after'])).toBeGreaterThan(0)
    const again = (await sendSigned(envelopes.slice(0, 3))).json()
    expect([again.accepted, again.verdicts[2].verdict]).toEqual([3, 'duplicate'])
  })

  test('has what was withdrawn deleted in quarantine too', async () => {
    const code = newReceiptCode()
    const envelopes = await Promise.all(Array.from({ length: 6 }, () => sealed(keys.sealingKey, { code })))
    expect((await sendSigned(envelopes)).statusCode).toBe(200)
    const tag = envelopes[0]?.withdrawTag as string
    await running.store.withdraw('droits-2024', tag)
    expect((await sendSigned(envelopes)).json().verdicts[0].verdict).toBe('withdrawn')
    expect((await sendSigned([await sealed(keys.sealingKey)])).statusCode).toBe(200)
  })
})
