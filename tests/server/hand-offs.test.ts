import { afterEach, beforeEach, expect, test } from 'vitest'
import { toBase64url } from '../../protocol/base64url.ts'
import { HAND_OFF_ROUTES } from '../../protocol/hand-off-routes.ts'
import { call, logInAs, type Running, start } from './running.fixture.ts'

let running: Running
beforeEach(async () => {
  running = await start()
})
afterEach(() => running.stop())

test('the audit log tells of a hand-off file by its count and its digest', async () => {
  const headers = await logInAs(running, 'exporter')
  const chain = toBase64url(new Uint8Array(32).fill(7))
  const take = (body: unknown) => call(running, HAND_OFF_ROUTES.take, { headers, body })
  expect((await take({ batches: 2, items: 41, chain })).statusCode).toBe(204)
  expect((await take({ batches: 2, items: 41, chain: 'a name' })).json()).toEqual({ reason: 'not-this-shape' })
  const entries = (await running.store.auditPage({ size: 10 }))?.entries ?? []
  const told = entries.filter((it) => it.what === 'hand-off-taken')
  expect(told).toMatchObject([{ who: 'exporter', campaign: null, about: chain, count: 41 }])
})
