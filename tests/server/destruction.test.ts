import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fromBase64url } from '../../protocol/base64url.ts'
import { newUuid } from '../../protocol/ids.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { type Keys, sealed } from './campaign.fixture.ts'
import { sendAs } from './device.fixture.ts'
import {
  call,
  countsOf,
  type Envelope,
  openForSigning,
  type Running,
  send,
  start,
  verdictsOf,
} from './running.fixture.ts'
import { CONTACT, newDevice, senderOf } from './signed.fixture.ts'

let running: Running
let keys: Keys
const campaign = 'droits-2024'

beforeEach(async () => {
  running = await start({ quarantineLimit: 4000 })
  keys = await openForSigning(running)
})
afterEach(() => running.stop())

const markOf = (envelope: Envelope) => Buffer.from(fromBase64url(envelope.sealed) as Uint8Array).subarray(-64)

test('takes every envelope, leaves the counts, and refuses what comes later', async () => {
  const [counted, waiting] = [await sealed(keys.sealingKey), await sealed(keys.sealingKey)]
  await send(running, [counted])
  await sendAs(running, await newDevice(), [waiting])
  expect(await running.store.destroyEnvelopes(campaign)).toBe(true)
  expect((await running.store.envelopes(campaign, null, 10))?.items).toEqual([])
  expect(await countsOf(running)).toMatchObject({ awa: 1 })
  expect((await call(running, ROUTES.campaign, { parameters: { campaign } })).json()).toMatchObject({ ended: true })
  // What came stays a number; held is nothing of it.
  expect((await running.store.campaigns())[0]).toMatchObject({ envelopes: 0, counts: { awa: 1 } })
  expect(await verdictsOf(running, [counted, waiting, await sealed(keys.sealingKey)])).toEqual(
    Array(3).fill('destroyed'),
  )
})

test('the sealed bytes leave the files, and a line of the erasure log says so', async () => {
  const envelopes = [await sealed(keys.sealingKey), await sealed(keys.sealingKey)] as const
  await send(running, [envelopes[0]])
  await sendAs(running, await newDevice(), [envelopes[1]])
  await running.store.destroyEnvelopes(campaign)
  await running.store.settled()
  for (const name of ['paraphe.sqlite', 'paraphe.sqlite-wal'])
    for (const envelope of envelopes)
      expect(readFileSync(join(running.dataDir, name)).includes(markOf(envelope)), name).toBe(false)
  const log = readFileSync(join(running.dataDir, 'erasures.log'), 'utf8')
  expect(log).toContain(`{"at":"2026-11-22T14:00:00.000Z","what":"destruction","campaign":"${campaign}"}\n`)
})

test('of a campaign that is not there does nothing', async () => {
  expect(await running.store.destroyEnvelopes('elsewhere')).toBe(false)
  expect(readFileSync(join(running.dataDir, 'erasures.log'), 'utf8')).not.toContain('destruction')
})

test('what was judged before it and comes to be written after it is not stored', async () => {
  const envelope = await sealed(keys.sealingKey)
  const delivery = {
    batch: newUuid(),
    arrivals: [{ envelope, late: false, seq: 1 }],
    contact: CONTACT,
    seqs: [1],
    carrier: null,
    proof: null,
    doubt: null,
  }
  await running.store.destroyEnvelopes(campaign)
  for (const sender of [null, senderOf(await newDevice())])
    await expect(running.store.take({ ...delivery, sender })).rejects.toThrow('overloaded')
  expect(await countsOf(running)).toMatchObject({ awa: 0 })
})

test('a withdrawal after it is accepted as ever', async () => {
  await send(running, [await sealed(keys.sealingKey)])
  await running.store.destroyEnvelopes(campaign)
  const answer = await call(running, ROUTES.withdrawal, {
    body: { campaign, code: '0'.repeat(26) },
  })
  expect(answer.statusCode).toBe(200)
  expect(await countsOf(running)).toMatchObject({ awa: 1 })
})
