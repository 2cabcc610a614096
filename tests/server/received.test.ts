import { rmSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { OVERVIEW_ROUTES, Received } from '../../protocol/overview-routes.ts'
import { newReceiptCode } from '../../protocol/receipt.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { type Keys, sealed } from './campaign.fixture.ts'
import { sendAs } from './device.fixture.ts'
import { call, countsOf, logIn, newFolder, openForSigning, type Running, send, start } from './running.fixture.ts'
import { newDevice } from './signed.fixture.ts'
import { CAMPAIGN, coordinator, enrol, openStand } from './stands.fixture.ts'

let running: Running
let keys: Keys
let cookie: string

beforeEach(async () => {
  running = await start()
  keys = await openForSigning(running)
  cookie = (await logIn(running)).cookie
})
afterEach(() => running.stop())

const HOUR_MS = 60 * 60 * 1000
const hour = () => Math.floor(running.clock.now / HOUR_MS)
const ask = (query = '', headers: Record<string, string> = { cookie }, campaign = CAMPAIGN) =>
  call(running, OVERVIEW_ROUTES.received, { parameters: { campaign }, query, headers })
const received = async (query = '', of = running): Promise<Received> => {
  const answer = await call(of, OVERVIEW_ROUTES.received, {
    parameters: { campaign: CAMPAIGN },
    query,
    headers: { cookie },
  })
  return Received.parse(answer.json())
}
const sign = (petitions: string[], code = newReceiptCode()) => sealed(keys.sealingKey, { petitions, code })

/** A tablet at a stand, whose id comes too. */
async function tablet() {
  const by = coordinator(running, cookie)
  const { stand, code } = await openStand(by)
  const device = await newDevice()
  await enrol(running, device, code)
  return { stand: stand.id, device }
}

describe('what was received', () => {
  test('is told to nobody without a session, of no campaign that is not there, and by no filter that is not one', async () => {
    expect((await ask('', {})).json()).toEqual({ reason: 'login-needed' })
    expect((await ask('', { cookie }, 'elsewhere')).json()).toEqual({ reason: 'unknown-campaign' })
    for (const query of ['?petition=', '?petition=A B', '?from=%2e%2e'])
      expect((await ask(query)).json(), query).toEqual({ reason: 'not-this-shape' })
  })

  test('is nothing where nothing came', async () => {
    expect(await received()).toEqual({
      hours: [],
      petitions: {},
      places: [],
      envelopes: 0,
      counts: { awa: 0, bila: 0, closed: 0, won: 0 },
    })
  })

  test('is told by hour, petition and place, and each filter narrows it', async () => {
    const { stand, device } = await tablet()
    const first = hour()
    await send(running, [await sign(['awa', 'bila']), await sign(['awa'])])
    running.clock.now += 3 * HOUR_MS
    await sendAs(running, device, [await sign(['awa']), await sign(['bila'])])
    expect(await received()).toEqual({
      hours: [
        [first, 3],
        [first + 3, 2],
      ],
      petitions: { awa: 3, bila: 2 },
      places: [
        { from: 'phones', stand: null, signatures: 3 },
        { from: 'tablets', stand, signatures: 2 },
      ],
      envelopes: 4,
      counts: { awa: 3, bila: 2, closed: 0, won: 0 },
    })
    expect((await received('?petition=bila')).hours).toEqual([
      [first, 1],
      [first + 3, 1],
    ])
    expect(await received(`?from=${stand}`)).toMatchObject({
      hours: [[first + 3, 2]],
      petitions: { awa: 1, bila: 1 },
      // The totals beside a part are those of everything.
      envelopes: 4,
      counts: { awa: 3, bila: 2, closed: 0, won: 0 },
    })
    expect(await received('?from=phones&petition=awa')).toMatchObject({
      hours: [[first, 2]],
      petitions: { awa: 2, bila: 1 },
    })
  })

  test('counts neither letters, nor what comes twice, nor what waits in quarantine', async () => {
    const envelope = await sign(['awa'])
    await send(running, [envelope, envelope, await sealed(keys.sealingKey, { kind: 'letter', petitions: ['awa'] })])
    await send(running, [envelope])
    await sendAs(running, await newDevice(), [await sign(['awa'])])
    expect((await received()).hours).toEqual([[hour(), 1]])
  })

  test('loses what was withdrawn in the hour in which it came', async () => {
    const code = newReceiptCode()
    const came = hour()
    await send(running, [await sign(['awa', 'bila'], code), await sign(['awa'])])
    running.clock.now += 5 * HOUR_MS
    await call(running, ROUTES.withdrawal, { body: { campaign: CAMPAIGN, code } })
    expect(await received()).toMatchObject({ hours: [[came, 1]], petitions: { awa: 1, bila: 0 } })
  })

  test('stays when its envelopes are destroyed', async () => {
    await send(running, [await sign(['awa'])])
    await running.store.destroyEnvelopes(CAMPAIGN)
    expect((await received()).petitions).toEqual({ awa: 1 })
  })

  test('costs a header where nothing has changed, and is told anew where something has', async () => {
    await send(running, [await sign(['awa'])])
    const etag = String((await ask()).headers.etag)
    const same = await ask('', { cookie, 'if-none-match': etag })
    expect([same.statusCode, same.body]).toEqual([304, ''])
    await send(running, [await sign(['awa'])])
    expect((await ask('', { cookie, 'if-none-match': etag })).statusCode).toBe(200)
  })

  test('always sums up to what the public pages count', async () => {
    const { device } = await tablet()
    const codes = Array.from({ length: 12 }, () => newReceiptCode())
    for (const [i, code] of codes.entries()) {
      running.clock.now += 20 * 60 * 1000
      const envelope = await sign(i % 3 ? ['awa'] : ['awa', 'bila'], code)
      if (i % 2) await send(running, [envelope])
      else await sendAs(running, device, [envelope])
      if (i % 4 === 0) await call(running, ROUTES.withdrawal, { body: { campaign: CAMPAIGN, code: codes[i >> 1] } })
    }
    const { petitions, hours, places } = await received()
    expect(await countsOf(running)).toMatchObject(petitions)
    const all = Object.values(petitions).reduce((sum, n) => sum + n, 0)
    expect(all).toBeGreaterThan(5)
    expect(hours.reduce((sum, [, n]) => sum + n, 0)).toBe(all)
    expect(places.reduce((sum, { signatures }) => sum + signatures, 0)).toBe(all)
  })
})

test('a database from before knows its hours after the migration', async () => {
  const dataDir = newFolder()
  const first = await start({ dataDir })
  keys = await openForSigning(first)
  cookie = (await logIn(first)).cookie
  await send(first, [await sign(['awa', 'bila']), await sign(['awa'])])
  const before = await received('', first)
  await first.stop()
  const sqlite = new BetterSqlite(join(dataDir, 'paraphe.sqlite'))
  sqlite.exec(`drop table received; alter table envelope drop column batch`)
  sqlite.exec(`delete from kysely_migration where name >= '0010-received'`)
  sqlite.close()
  const again = await start({ dataDir })
  expect(await received('', again)).toEqual(before)
  await again.stop()
  rmSync(dataDir, { recursive: true })
})
