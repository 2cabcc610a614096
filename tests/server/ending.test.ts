import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fromBase64url } from '../../protocol/base64url.ts'
import { ENDING_ROUTES, type Ending } from '../../protocol/ending-routes.ts'
import { newUuid } from '../../protocol/ids.ts'
import { type ExportFilter, REVIEW_ROUTES } from '../../protocol/review-routes.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { newSecret, secretHash } from '../../sync-server/secrets.ts'
import { content, petition, sealed } from './campaign.fixture.ts'
import { sendAs } from './device.fixture.ts'
import {
  call,
  type Envelope,
  logIn,
  newFolder,
  openForSigning,
  type Running,
  send,
  start,
  verdictsOf,
} from './running.fixture.ts'
import { newDevice } from './signed.fixture.ts'

let running: Running
let headers: { cookie: string }
const HOUR = 60 * 60 * 1000
const campaign = 'droits-2024'
const ALL: ExportFilter = { petitions: null, from: null, to: null, fresh: false, stands: null, channels: null }
const closed = () => content({ petitions: [petition('awa', 'closed'), petition('draft', 'draft')] })

async function begin(samples = [content()], dataDir?: string) {
  running = await start({ samples, ...(dataDir === undefined ? {} : { dataDir }) })
  headers = await logIn(running)
}
beforeEach(() => begin())
afterEach(() => running.stop())

const ask = (route: (typeof ENDING_ROUTES)[keyof typeof ENDING_ROUTES], body?: unknown, petition = 'awa') =>
  call(running, route, { parameters: { campaign, petition }, headers, ...(body === undefined ? {} : { body }) })
const ending = async (): Promise<Ending> => (await ask(ENDING_ROUTES.ending)).json()
const mark = (state: string, rest: Record<string, unknown> = {}, petition = 'awa') =>
  ask(ENDING_ROUTES.mark, { newest: 1, state, delivered: null, update: null, ...rest }, petition)
const page = async () => (await call(running, ROUTES.campaign, { parameters: { campaign } })).json().petitions[0]
const markOf = (envelope: Envelope) => Buffer.from(fromBase64url(envelope.sealed) as Uint8Array).subarray(-64)

test('nobody ends anything without a session, or from another site', async () => {
  for (const route of Object.values(ENDING_ROUTES)) {
    const asked = { parameters: { campaign, petition: 'awa' } }
    const body =
      route === ENDING_ROUTES.mark ? { body: { newest: 1, state: 'won', delivered: null, update: null } } : {}
    expect((await call(running, route, { ...asked, ...body })).json(), route.path).toEqual({ reason: 'login-needed' })
    if (route.method === 'GET') continue
    const foreign = { ...headers, origin: 'https://elsewhere.example' }
    expect((await call(running, route, { ...asked, ...body, headers: foreign })).json()).toEqual({
      reason: 'foreign-origin',
    })
  }
})

describe('what became of a petition', () => {
  const to = { fr: 'Ministère de la Justice', en: 'Ministry of Justice' }
  const update = { date: '2026-11-20', title: { fr: 'Libre', en: 'Free' }, text: { fr: 'Enfin.', en: 'At last.' } }

  test('is refused without a day and an addressee, for a petition that nobody sees, and over a newer version', async () => {
    expect((await mark('delivered')).json()).toEqual({ reason: 'not-publishable' })
    expect((await mark('delivered', { delivered: { date: '2026-11-20', to: { fr: 'Lui' } } })).json()).toEqual({
      reason: 'not-publishable',
    })
    expect((await mark('won', { update: { ...update, title: { fr: 'x'.repeat(141), en: 'x' } } })).json()).toEqual({
      reason: 'not-publishable',
    })
    expect((await mark('closed', {}, 'draft')).json()).toEqual({ reason: 'unknown-petition' })
    expect((await mark('closed', { newest: 2 })).json()).toEqual({ reason: 'newer-draft' })
    expect((await mark('draft')).json()).toEqual({ reason: 'not-this-shape' })
    expect((await page()).state).toBe('open')
  })

  test('is read by everyone at once, and stands in the draft that somebody is writing', async () => {
    const name = { fr: 'Nom en cours', en: 'x' }
    await running.store.saveDraft(campaign, 0, content({ name }), { name: 'Kofi', setsDates: true })
    const delivered = { date: '2026-11-20', to, signatures: 12 }
    expect((await mark('delivered', { delivered })).json()).toMatchObject({
      newest: 2,
      petitions: [{ state: 'delivered', delivered }, {}, {}, {}],
    })
    expect(await page()).toMatchObject({ state: 'delivered', delivered })
    expect((await mark('won', { newest: 2, update })).statusCode).toBe(200)
    expect(await page()).toMatchObject({ state: 'won', delivered, updates: [update] })
    const desk = await running.store.desk(campaign)
    expect(desk).toMatchObject({
      draft: { revision: 3, content: { name, petitions: [{ state: 'won' }, {}, {}, {}, {}] } },
    })
  })

  test('does not stop what was signed before', async () => {
    const keys = await openForSigning(running)
    await mark('closed')
    expect(await verdictsOf(running, [await sealed(keys.sealingKey)])).toEqual(['stored'])
    expect((await running.store.envelopes(campaign, null, 1))?.items[0]?.late).toBe(true)
  })
})

describe('destruction', () => {
  /** Time passes, and who was logged in logs in again. */
  async function pass(ms: number): Promise<void> {
    running.clock.now += ms
    const secret = newSecret()
    await running.store.startSession(secretHash(secret), 'Afi', running.clock.now + HOUR, '')
    headers = { cookie: `paraphe=${secret}` }
  }

  async function signedAndClosed() {
    await running.stop()
    await begin([closed()])
    const keys = await openForSigning(running)
    const [counted, waiting] = [await sealed(keys.sealingKey), await sealed(keys.sealingKey)] as const
    await send(running, [counted])
    const device = await newDevice()
    await sendAs(running, device, [waiting])
    return { keys, counted, waiting, device }
  }

  test('is refused while a petition is open, and without a first tick', async () => {
    expect((await ask(ENDING_ROUTES.tick)).json()).toEqual({ reason: 'still-open' })
    expect((await ask(ENDING_ROUTES.destroy)).json()).toEqual({ reason: 'still-open' })
    await signedAndClosed()
    expect((await ask(ENDING_ROUTES.destroy)).json()).toEqual({ reason: 'too-early' })
    expect((await running.store.envelopes(campaign, null, 9))?.items).toHaveLength(1)
  })

  test('says how many of what is held no confirmed export holds', async () => {
    const { keys, counted } = await signedAndClosed()
    await send(running, [await sealed(keys.sealingKey)])
    expect((await ending()).unconfirmed).toBe(2)
    const run = newUuid()
    const asked = { parameters: { campaign, run }, headers }
    await call(running, REVIEW_ROUTES.beginExport, { ...asked, body: { filter: ALL, envelopes: 1 } })
    await call(running, REVIEW_ROUTES.recordExport, { ...asked, body: { ids: [counted.id] } })
    expect((await ending()).unconfirmed, 'saved, and perhaps lost').toBe(2)
    await call(running, REVIEW_ROUTES.confirmExport, { ...asked, body: { confirmed: true } })
    expect((await ending()).unconfirmed).toBe(1)
  })

  test('is refused before a day has passed, and by a clock that was put forward', async () => {
    await signedAndClosed()
    const first = (await ask(ENDING_ROUTES.tick)).json()
    expect(first.destruction).toMatchObject({ first: { by: 'Afi' }, ready: false, readyAt: '2026-11-23T14:00:00.000Z' })
    await pass(23 * HOUR)
    expect((await ask(ENDING_ROUTES.destroy)).json()).toEqual({ reason: 'too-early' })
    await ask(ENDING_ROUTES.cancel)
    await ask(ENDING_ROUTES.tick)
    running.clock.jumped += 48 * HOUR
    await pass(48 * HOUR)
    expect((await ask(ENDING_ROUTES.destroy)).json()).toEqual({ reason: 'clock-jumped' })
    expect((await ending()).destruction?.ready).toBe(false)
    await pass(12 * HOUR)
    running.clock.jumped -= 72 * HOUR
    await pass(-72 * HOUR)
    expect((await ask(ENDING_ROUTES.destroy)).json(), 'put back').toEqual({ reason: 'too-early' })
    expect((await running.store.envelopes(campaign, null, 9))?.items).toHaveLength(1)
  })

  test('is taken back, and then begins anew', async () => {
    await signedAndClosed()
    await ask(ENDING_ROUTES.tick)
    await pass(25 * HOUR)
    expect((await ask(ENDING_ROUTES.cancel)).json().destruction).toBeNull()
    expect((await ask(ENDING_ROUTES.destroy)).json()).toEqual({ reason: 'too-early' })
    await ask(ENDING_ROUTES.tick)
    expect((await ask(ENDING_ROUTES.destroy)).json()).toEqual({ reason: 'too-early' })
  })

  test('a day in which the server mostly did not run is no day', async () => {
    const dataDir = newFolder()
    await running.stop()
    await begin([closed()], dataDir)
    await ask(ENDING_ROUTES.tick)
    await pass(2 * HOUR)
    const then = running.clock.now
    await running.stop()
    running = await start({ dataDir })
    running.clock.jumped = then + 30 * HOUR - running.clock.now
    running.clock.now = then + 30 * HOUR
    expect(await running.store.destroyCampaign(campaign, 'Afi')).toBe('clock-jumped')
    await pass(21 * HOUR)
    expect(await running.store.destroyCampaign(campaign, 'Afi')).toMatchObject({ campaign })
  })

  test('takes every envelope out of the file, keeps the counts, and certifies what it could not reach', async () => {
    const { keys, counted, waiting, device } = await signedAndClosed()
    await send(running, await Promise.all(Array.from({ length: 40 }, () => sealed(keys.sealingKey))))
    await ask(ENDING_ROUTES.tick)
    for (let hour = 0; hour < 24; hour++) {
      await pass(HOUR)
      await ending()
    }
    const answer = (await ask(ENDING_ROUTES.destroy)).json() as Ending
    expect(answer.certificate).toMatchObject({
      campaign,
      ticks: [
        { by: 'Afi', at: '2026-11-22T14:00:00.000Z' },
        { by: 'Afi', at: '2026-11-23T14:00:00.000Z' },
      ],
      envelopes: 41,
      petitions: [{ id: 'awa', signatures: 41 }],
      vacuumed: true,
      notDestroyed: {
        keys: [keys.sealingKey.id],
        devices: [{ device: device.id, stand: null, lastContact: '2026-11-22T14:00:00.000Z' }],
      },
    })
    expect(answer).toMatchObject({ destruction: null, petitions: [{ signatures: 41 }] })
    for (const name of ['paraphe.sqlite', 'paraphe.sqlite-wal'])
      for (const envelope of [counted, waiting])
        expect(readFileSync(join(running.dataDir, name)).includes(markOf(envelope)), name).toBe(false)
    const file = new BetterSqlite(join(running.dataDir, 'paraphe.sqlite'), { readonly: true })
    expect(file.pragma('freelist_count', { simple: true }), 'the file was written anew').toBe(0)
    file.close()
    expect((await running.store.campaigns())[0], 'nothing is held any more').toMatchObject({
      destroyed: true,
      envelopes: 0,
    })
    expect(await verdictsOf(running, [counted])).toEqual(['destroyed'])
    expect((await ask(ENDING_ROUTES.destroy)).json(), 'the first answer was lost').toEqual(answer)
    expect((await ask(ENDING_ROUTES.tick)).json()).toEqual({ reason: 'destroyed' })
  })
})
