import BetterSqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CONSOLE_ROUTES } from '../../protocol/console-routes.ts'
import { databaseFile } from '../../sync-server/store/data-dir.ts'
import { sealed } from './campaign.fixture.ts'
import { call, logIn, openForSigning, type Running, send, start } from './running.fixture.ts'

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
      what: 'envelopes-fetched',
      campaign: 'droits-2024',
      about: null,
      count: 2,
    })
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
