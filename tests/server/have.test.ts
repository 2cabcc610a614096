import { afterEach, beforeEach, expect, test } from 'vitest'
import { HAVE, HaveAnswer, MAX_ASKED } from '../../protocol/have.ts'
import { newUuid } from '../../protocol/ids.ts'
import { newReceiptCode } from '../../protocol/receipt.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { hashOf } from '../../sync-server/store/envelope-row.ts'
import { type Keys, sealed } from './campaign.fixture.ts'
import { sendAs } from './device.fixture.ts'
import { call, type Envelope, openForSigning, type Running, send, start, verdictsOf } from './running.fixture.ts'
import { newDevice } from './signed.fixture.ts'

let running: Running
let keys: Keys
const campaign = 'droits-2024'

beforeEach(async () => {
  running = await start()
  keys = await openForSigning(running)
})
afterEach(() => running.stop())

const ask = (items: { id: string; hash: string }[], of = campaign) =>
  call(running, HAVE, { body: { campaign: of, items } })

async function held(envelopes: Envelope[]): Promise<string[]> {
  const answer = HaveAnswer.parse((await ask(envelopes.map((it) => ({ id: it.id, hash: hashOf(it) })))).json())
  expect(answer.epoch).toBe(running.store.epoch)
  expect(answer.items.map(({ id }) => id)).toEqual(envelopes.map(({ id }) => id))
  return answer.items.map((it) => it.held)
}

test('another shape, nothing asked, too much asked or a campaign that is not there is refused', async () => {
  const { id, hash } = { id: newUuid(), hash: 'A'.repeat(43) }
  const refused = async (answer: ReturnType<typeof ask>) => [(await answer).statusCode, (await answer).json().reason]
  expect(await refused(ask([]))).toEqual([400, 'not-this-shape'])
  expect(await refused(ask([{ id, hash: 'short' }]))).toEqual([400, 'not-this-shape'])
  expect(await refused(ask(Array(MAX_ASKED + 1).fill({ id, hash })))).toEqual([400, 'not-this-shape'])
  expect(await refused(ask([{ id, hash }], 'elsewhere'))).toEqual([404, 'unknown-campaign'])
  expect((await ask(Array(MAX_ASKED).fill({ id, hash }))).statusCode).toBe(200)
})

test('tells what is held, counted or in quarantine, and what never came', async () => {
  const [counted, quarantined, never] = await Promise.all([1, 2, 3].map(() => sealed(keys.sealingKey)))
  await send(running, [counted])
  await sendAs(running, await newDevice(), [quarantined])
  expect(await held([counted, quarantined, never] as Envelope[])).toEqual(['stored', 'stored', 'missing'])
})

test('other bytes are missing while they would be kept, held once they are, and a conflict beyond that', async () => {
  const first = await sealed(keys.sealingKey)
  const [second, third] = await Promise.all([1, 2].map(() => sealed(keys.sealingKey, { id: first.id })))
  await send(running, [first])
  expect(await held([first, second, third] as Envelope[])).toEqual(['stored', 'missing', 'missing'])
  expect(await verdictsOf(running, [second])).toEqual(['conflict'])
  expect(await held([first, second, third] as Envelope[])).toEqual(['stored', 'stored', 'conflict'])
})

test("a stranger's bytes under the same id do not stand in the way of the genuine ones", async () => {
  const genuine = await sealed(keys.sealingKey)
  const stranger = await newDevice()
  const forged = await Promise.all([1, 2].map(() => sealed(keys.sealingKey, { id: genuine.id })))
  await sendAs(running, stranger, forged)
  expect(await held([genuine])).toEqual(['missing'])
  expect(await verdictsOf(running, [genuine])).toEqual(['stored'])
})

test('tells what was withdrawn; what was withdrawn before it came is missing, and withdrawn when it comes', async () => {
  const [before, after] = [newReceiptCode(), newReceiptCode()]
  const came = await sealed(keys.sealingKey, { code: before })
  const comes = await sealed(keys.sealingKey, { code: after })
  await send(running, [came])
  for (const code of [before, after]) await call(running, ROUTES.withdrawal, { body: { campaign, code } })
  expect(await held([came, comes])).toEqual(['withdrawn', 'missing'])
  expect(await verdictsOf(running, [came, comes])).toEqual(['withdrawn', 'withdrawn'])
})

test('everything of a destroyed campaign is destroyed', async () => {
  const [came, never] = [await sealed(keys.sealingKey), await sealed(keys.sealingKey)]
  await send(running, [came])
  await running.store.destroyEnvelopes(campaign)
  expect(await held([came, never])).toEqual(['destroyed', 'destroyed'])
})

test('a whole question is one short answer', async () => {
  const one = await sealed(keys.sealingKey)
  const id = (n: number) => one.id.slice(0, -6) + n.toString(16).padStart(6, '0')
  const all = Array.from({ length: MAX_ASKED }, (_, i) => ({ ...one, id: id(i) }))
  for (let at = 0; at < all.length; at += 100) await send(running, all.slice(at, at + 100))
  expect(new Set(await held(all))).toEqual(new Set(['stored']))
})
