import BetterSqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CONSOLE_ROUTES } from '../../protocol/console-routes.ts'
import { newUuid } from '../../protocol/ids.ts'
import { REVIEW_ROUTES } from '../../protocol/review-routes.ts'
import { databaseFile } from '../../sync-server/store/data-dir.ts'
import { sealed } from './campaign.fixture.ts'
import { call, logIn, openForSigning, type Running, send, start } from './running.fixture.ts'
import { newDevice } from './signed.fixture.ts'
import { coordinator, enrol, openStand } from './stands.fixture.ts'

let running: Running
beforeEach(async () => {
  running = await start()
})
afterEach(() => running.stop())

const entries = async () => (await running.store.auditPage({ size: 100 }))?.entries ?? []
const parameters = { campaign: 'droits-2024' }

describe('the audit log', () => {
  test('tells how many sealed envelopes were fetched, before they are', async () => {
    const { sealingKey } = await openForSigning(running)
    await send(running, [await sealed(sealingKey), await sealed(sealingKey)])
    const { cookie } = await logIn(running)
    await call(running, CONSOLE_ROUTES.envelopes, { parameters, headers: { cookie } })
    expect((await entries())[0]).toEqual({
      at: running.clock.now,
      who: 'Afi',
      what: 'opening-begun',
      campaign: 'droits-2024',
      about: null,
      count: 2,
    })
  })

  test('has one line for an opening of many pages, one for a copy, none for counting, and one for a page that nobody led to', async () => {
    const { sealingKey } = await openForSigning(running)
    const one = await sealed(sealingKey)
    const id = (i: number) => one.id.slice(0, -6) + i.toString(16).padStart(6, '0')
    const sent = Array.from({ length: 1100 }, (_, i) => ({ ...one, id: id(i) }))
    for (let at = 0; at < sent.length; at += 200) await send(running, sent.slice(at, at + 200))
    const { cookie } = await logIn(running)
    const before = (await entries()).length
    const told = async () => {
      const all = await entries()
      return all
        .slice(0, all.length - before)
        .reverse()
        .map((it) => [it.what, it.count])
    }
    const page = async (query: string) =>
      (await call(running, CONSOLE_ROUTES.envelopes, { parameters, query, headers: { cookie } })).json().next
    await page('?count=1')
    const second = await page('')
    const third = await page(`?after=${second}`)
    // The answer was lost.
    await page(`?after=${second}`)
    expect(await page(`?after=${third}`)).toBeNull()
    // It broke off, and the last page had been asked for by then.
    await page(`?after=${second}`)
    expect(await told()).toEqual([['opening-begun', 1100]])
    await page(`?for=copy&after=${await page('?for=copy')}`)
    await page(`?petitions=awa&after=${second}`)
    expect((await told()).slice(1)).toEqual([
      ['copy-begun', 1100],
      ['opening-begun', 1100],
    ])
  })

  test('tells of an enrolled tablet once, and confirming an export apart from taking that back', async () => {
    await openForSigning(running)
    const { cookie } = await logIn(running)
    const { stand, code } = await openStand(coordinator(running, cookie))
    expect((await entries())[1]).toMatchObject({ what: 'stand-made', about: stand.id })
    const tablet = await newDevice()
    await enrol(running, tablet, code)
    await enrol(running, tablet, code)
    expect((await entries()).filter((it) => it.what === 'device-enrolled')).toMatchObject([
      { who: null, campaign: 'droits-2024', about: `${stand.id} ${tablet.id}` },
    ])
    const filter = { petitions: null, from: null, to: null, fresh: false, stands: null, channels: null }
    const run = { parameters: { ...parameters, run: newUuid() }, headers: { cookie } }
    await call(running, REVIEW_ROUTES.beginExport, { ...run, body: { filter, envelopes: 0 } })
    for (const confirmed of [true, false])
      await call(running, REVIEW_ROUTES.confirmExport, { ...run, body: { confirmed } })
    expect((await entries()).slice(0, 2).map((it) => it.what)).toEqual(['export-not-safe', 'export-safe'])
  })

  test('does not tell of what was refused', async () => {
    const { cookie } = await logIn(running)
    const before = await entries()
    const answer = await call(running, CONSOLE_ROUTES.envelopes, {
      parameters: { campaign: 'elsewhere' },
      headers: { cookie },
    })
    expect(answer.statusCode).toBe(404)
    expect(await entries()).toEqual(before)
  })

  test('is append-only in the database itself', async () => {
    await logIn(running)
    const sqlite = new BetterSqlite(databaseFile(running.dataDir))
    for (const sql of [
      'delete from audit',
      `update audit set who = 'Kofi'`,
      `insert or replace into audit (number, entry, at, what) values (1, 'x', 1, 'logged-in')`,
      `insert or replace into audit (entry, at, what) select entry, 1, 'logged-in' from audit`,
    ])
      expect(() => sqlite.exec(sql), sql).toThrow('append-only')
    sqlite.close()
    expect(await entries()).toMatchObject([{ who: 'Afi', what: 'set-up' }])
  })

  test('is read in pages, newest first, of one person or of one kind', async () => {
    for (const what of ['logged-in', 'logged-out', 'logged-in'] as const) {
      await running.store.audit({ who: 'Afi', what })
      running.clock.now += 1000
      await running.store.audit({ who: 'Essi', what })
    }
    const first = await running.store.auditPage({ size: 4 })
    const second = await running.store.auditPage({ size: 4, before: first?.next as string })
    const all = [...(first?.entries ?? []), ...(second?.entries ?? [])]
    expect(all.map((it) => [it.who, it.what])).toEqual([
      ['Essi', 'logged-in'],
      ['Afi', 'logged-in'],
      ['Essi', 'logged-out'],
      ['Afi', 'logged-out'],
      ['Essi', 'logged-in'],
      ['Afi', 'logged-in'],
    ])
    expect(second?.next).toBeNull()
    expect((await running.store.auditPage({ size: 9, who: 'Essi', what: 'logged-in' }))?.entries).toHaveLength(2)
    expect(await running.store.auditPeople()).toEqual(['Afi', 'Essi'])
    expect(await running.store.auditPage({ size: 9, before: 'nonsense' })).toBeNull()
  })
})
