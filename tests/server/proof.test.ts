import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newUuid } from '../../protocol/ids.ts'
import { CHALLENGE, Challenge, PROOF_HEADER, type Proof, readProof } from '../../protocol/proof.ts'
import { newReceiptCode } from '../../protocol/receipt.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { type Keys, sealed } from './campaign.fixture.ts'
import { put, sendAs } from './device.fixture.ts'
import { headerOf, proofFor, solve } from './proof.fixture.ts'
import { call, countsOf, logIn, openForSigning, type Running, start, verdictsOf } from './running.fixture.ts'
import { batchOf, carriedBy, newDevice, senderOf } from './signed.fixture.ts'

let running: Running
let keys: Keys

beforeEach(async () => {
  running = await start()
  keys = await openForSigning(running)
})
afterEach(() => running.stop())

const bodyOf = async (many = 1) =>
  JSON.stringify(batchOf(await Promise.all(Array.from({ length: many }, () => sealed(keys.sealingKey)))))
const challengeFor = async (body: string): Promise<Challenge> =>
  (await running.app.inject({ url: `${CHALLENGE.path}?bytes=${Buffer.byteLength(body)}` })).json()
const proven = async (body: string): Promise<Proof> => solve(await challengeFor(body), body)

/** Turned away for want of a proof, with a challenge that opens the door. */
async function expectTurnedAway(body: string, headers: Record<string, string>): Promise<void> {
  const before = await countsOf(running)
  const answer = await put(running, body, headers)
  expect([answer.statusCode, answer.json().reason]).toEqual([403, 'proof-needed'])
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(await countsOf(running)).toEqual(before)
  const again = await put(running, body, headerOf(await solve(Challenge.parse(answer.json().challenge), body)))
  expect(again.statusCode).toBe(200)
}

describe('what a phone sends is taken with a proof of work for exactly these bytes, and turned away', () => {
  test('without one', async () => {
    await expectTurnedAway(await bodyOf(), {})
  })

  test.each(['', 'nonsense', '****', Buffer.from('{}').toString('base64url')])(
    'with what is none: “%s”',
    async (text) => {
      await expectTurnedAway(await bodyOf(), { [PROOF_HEADER]: text })
    },
  )

  test('with that of another body', async () => {
    await expectTurnedAway(await bodyOf(), await proofFor(running.app, await bodyOf()))
  })

  test('with one that was made up', async () => {
    const body = await bodyOf()
    const { challenge, solution } = await proven(body)
    await expectTurnedAway(body, headerOf({ challenge, solution: { ...solution, counter: solution.counter + 1 } }))
    const cheap = { ...challenge, parameters: { ...challenge.parameters, cost: 1, keyPrefix: '0' } }
    await expectTurnedAway(body, headerOf(await solve(cheap, body)))
    const later = { ...challenge.parameters, data: { ...challenge.parameters.data, until: 4_000_000_000 } }
    await expectTurnedAway(body, headerOf(await solve({ ...challenge, parameters: later }, body)))
  })

  test('with a stale one', async () => {
    const body = await bodyOf()
    const proof = await proven(body)
    running.clock.now += 30 * 60_000 + 1000
    await expectTurnedAway(body, headerOf(proof))
  })

  test('with one that was asked for a smaller body', async () => {
    const challenge = await challengeFor('')
    const body = await bodyOf()
    await expectTurnedAway(body, headerOf(await solve(challenge, body)))
  })

  test('with a challenge that was solved for another body before', async () => {
    const [one, other] = [await bodyOf(), (await bodyOf()).replace(/.$/, ' }')]
    const challenge = await challengeFor(other)
    expect((await put(running, one, headerOf(await solve(challenge, one)))).statusCode).toBe(200)
    await expectTurnedAway(other, headerOf(await solve(challenge, other)))
  })
})

test('the same bytes pass again with the same proof: their answer was lost', async () => {
  const body = await bodyOf()
  const proof = headerOf(await proven(body))
  const said = async () =>
    (await put(running, body, proof)).json().verdicts.map((it: { verdict: string }) => it.verdict)
  expect(await said()).toEqual(['stored'])
  expect(await said()).toEqual(['duplicate'])
  expect(await countsOf(running)).toMatchObject({ awa: 1 })
})

test('a challenge is remembered as used across a restart, and forgotten when its time is over', async () => {
  const body = await bodyOf()
  const challenge = await challengeFor(body)
  await put(running, body, headerOf(await solve(challenge, body)))
  const { nonce, data } = challenge.parameters
  const used = (text: string) => running.store.useChallenge({ nonce, body: text, until: data.until * 1000 })
  expect(await used('another')).toBe(false)
  running.clock.now += 31 * 60_000
  await verdictsOf(running, [await sealed(keys.sealingKey)])
  expect(await used('another')).toBe(true)
})

test('a larger body costs more, and one signature costs the base', async () => {
  const costOf = async (bytes: number) =>
    ((await running.app.inject({ url: `${CHALLENGE.path}?bytes=${bytes}` })).json() as Challenge).parameters.cost
  expect(await costOf(240 * 1024)).toBe(20 * (await costOf(1300)))
  const nonsense = await running.app.inject({ url: `${CHALLENGE.path}?bytes=many` })
  expect([nonsense.statusCode, nonsense.json()]).toEqual([400, { reason: 'not-this-shape' }])
})

describe('nobody else owes one', () => {
  test('an enrolled device, by its signature', async () => {
    const tablet = await newDevice()
    await running.store.enrolDevice(senderOf(tablet))
    expect((await sendAs(running, tablet, [await sealed(keys.sealingKey)])).verdicts).toEqual(['stored'])
  })

  test('a batch without envelopes, which changes nothing', async () => {
    expect((await put(running, JSON.stringify(batchOf([])), {})).statusCode).toBe(200)
  })

  test('what a phone handed off and an enrolled tablet or a coordinator brings; a stranger’s word is not enough', async () => {
    const [tablet, stranger] = [await newDevice(), await newDevice()]
    await running.store.enrolDevice(senderOf(tablet))
    const { cookie } = await logIn(running)
    const brought = async (headers: (text: string) => Promise<Record<string, string>>) => {
      const text = await bodyOf()
      return (await put(running, text, await headers(text))).statusCode
    }
    expect(await brought((text) => carriedBy(stranger, text))).toBe(403)
    expect(await brought(async () => ({ 'paraphe-carrier': 'console' }))).toBe(403)
    expect(await brought(async () => ({ 'paraphe-carrier': 'console', cookie }))).toBe(200)
    expect(await brought((text) => carriedBy(tablet, text))).toBe(200)
    await running.store.revokeDevice(tablet.id)
    expect(await brought((text) => carriedBy(tablet, text))).toBe(403)
  })
})

describe('a withdrawal', () => {
  const withdraw = (payload: string, headers: Record<string, string>) =>
    running.app.inject({
      method: 'POST',
      url: ROUTES.withdrawal.path,
      payload,
      headers: { 'content-type': 'application/json', ...headers },
    })

  test('is taken with a proof and not without, and nothing is withdrawn before', async () => {
    const code = newReceiptCode()
    await verdictsOf(running, [await sealed(keys.sealingKey, { code })])
    const payload = JSON.stringify({ campaign: 'droits-2024', code })
    const refused = await withdraw(payload, {})
    expect([refused.statusCode, refused.json().reason]).toEqual([403, 'proof-needed'])
    expect(await countsOf(running)).toMatchObject({ awa: 1 })
    const { challenge } = refused.json()
    expect((await withdraw(payload, headerOf(await solve(challenge, payload)))).statusCode).toBe(200)
    expect(await countsOf(running)).toMatchObject({ awa: 0 })
    const other = JSON.stringify({ campaign: 'droits-2024', code: newReceiptCode() })
    expect((await withdraw(other, headerOf(await solve(challenge, other)))).statusCode).toBe(403)
  })
})

test('no address and no proof is written to the log', async () => {
  const body = await bodyOf()
  const proof = await proofFor(running.app, body, '203.0.113.77')
  const url = `/api/v1/batches/${JSON.parse(body).batchId}`
  const headers = { 'content-type': 'application/json', ...proof }
  await running.app.inject({ method: 'PUT', url, payload: body, headers, remoteAddress: '203.0.113.77' })
  await call(running, ROUTES.batch, { parameters: { batchId: newUuid() }, body: {} })
  const logs = running.logs.join('\n')
  expect(logs).not.toContain('203.0.113')
  expect(logs).not.toContain(readProof(proof[PROOF_HEADER] ?? '')?.challenge.parameters.nonce)
})
