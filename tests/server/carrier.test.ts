import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Keys, sealed } from './campaign.fixture.ts'
import { put, sendAs } from './device.fixture.ts'
import { countsOf, logIn, openForSigning, type Running, start } from './running.fixture.ts'
import { batchOf, carriedBy, type Device, newDevice, senderOf } from './signed.fixture.ts'

// Who brings a batch from a hand-off file is written down, and changes nothing: whose it is decides the batch's own device.

let running: Running
let keys: Keys
let origin: Device
let carrier: Device

beforeEach(async () => {
  running = await start()
  keys = await openForSigning(running)
  origin = await newDevice()
  carrier = await newDevice()
  await running.store.enrolDevice(senderOf(origin))
  await running.store.enrolDevice(senderOf(carrier))
})
afterEach(() => running.stop())

function carriersRecorded(): unknown[] {
  const sqlite = new BetterSqlite(join(running.dataDir, 'paraphe.sqlite'), { readonly: true })
  const rows = sqlite.prepare('select carrier from envelope order by number').pluck().all()
  sqlite.close()
  return rows
}

test('an enrolled carrier is recorded with what it brought', async () => {
  await sendAs(running, origin, [await sealed(keys.sealingKey)])
  await sendAs(running, origin, [await sealed(keys.sealingKey)], { seqs: [2] }, (text) => carriedBy(carrier, text))
  expect(carriersRecorded()).toEqual([null, carrier.id])
  expect(await countsOf(running)).toMatchObject({ awa: 2 })
})

test("so is one that brings a phone's", async () => {
  const text = JSON.stringify(batchOf([await sealed(keys.sealingKey)]))
  expect((await put(running, text, await carriedBy(carrier, text))).statusCode).toBe(200)
  expect(carriersRecorded()).toEqual([carrier.id])
  expect(await countsOf(running)).toMatchObject({ awa: 1 })
})

test('the console is recorded where a coordinator is logged in, and only there', async () => {
  const { cookie } = await logIn(running)
  const asConsole = { 'paraphe-carrier': 'console' }
  await sendAs(running, origin, [await sealed(keys.sealingKey)], {}, async () => asConsole)
  await sendAs(running, origin, [await sealed(keys.sealingKey)], { seqs: [2] }, async () => ({ ...asConsole, cookie }))
  const other = { ...asConsole, cookie: `${cookie}x` }
  await sendAs(running, origin, [await sealed(keys.sealingKey)], { seqs: [3] }, async () => other)
  expect(carriersRecorded()).toEqual([null, 'console', null])
  expect(await countsOf(running)).toMatchObject({ awa: 3 })
})

describe('what the carrier is changes nothing for what it brings', () => {
  test('a stranger, a revoked one, a wrong signature: not recorded, and counted all the same', async () => {
    const stranger = await newDevice()
    const revoked = await newDevice()
    await running.store.enrolDevice(senderOf(revoked))
    await running.store.revokeDevice(revoked.id)
    const headers = [
      (text: string) => carriedBy(stranger, text),
      (text: string) => carriedBy(revoked, text),
      (text: string) => carriedBy(carrier, `${text} `),
      async () => ({ 'paraphe-carrier': 'nonsense' }),
    ]
    for (const [i, header] of headers.entries()) {
      const sent = await sendAs(running, origin, [await sealed(keys.sealingKey)], { seqs: [i + 1] }, header)
      expect(sent.verdicts).toEqual(['stored'])
    }
    expect(carriersRecorded()).toEqual([null, null, null, null])
    expect(await countsOf(running)).toMatchObject({ awa: 4 })
  })

  test('an enrolled carrier does not lift a stranger out of quarantine', async () => {
    const stranger = await newDevice()
    await sendAs(running, stranger, [await sealed(keys.sealingKey)], {}, (text) => carriedBy(carrier, text))
    expect(carriersRecorded()).toEqual([carrier.id])
    expect(await countsOf(running)).toMatchObject({ awa: 0 })
  })
})
