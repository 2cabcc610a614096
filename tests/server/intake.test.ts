import BetterSqlite from 'better-sqlite3'
import type { Transaction } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PlainRow } from '../../sync-server/store/envelope-row.ts'
import { anyIntake, type Intake } from '../../sync-server/store/intake.ts'
import type { Tables } from '../../sync-server/store/schema.ts'
import { type Database, migrate, openSqlite } from '../../sync-server/store/sqlite.ts'

// What each dialect may do in its own way does the same in all of them.

const CAMPAIGN = 'droits-2024'

const row = (id: string, more: Partial<PlainRow> = {}): PlainRow => ({
  ...{ v: 1, suite: 'suite', id, kind: 'signature', campaign: CAMPAIGN, petitions: '["awa"]', sealing_key: 'key' },
  ...{ consent: 'sign-2', withdraw_tag: `tag of ${id}`, sealed: new Uint8Array([1, 2]), hash: `hash of ${id}` },
  ...{ received_at: 5, late: 0, quarantined: 0, copy: 0, device: null, device_key: null, seq: null },
  ...more,
})

let database: Database

beforeEach(async () => {
  database = openSqlite(new BetterSqlite(':memory:'))
  await migrate(database)
  await database.db.insertInto('campaign').values({ id: CAMPAIGN, content: '{}', sample: 0, added_at: 1 }).execute()
})

afterEach(() => database.close())

const inTransaction = <T>(work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> =>
  database.db.transaction().execute(work)

const held = () => database.db.selectFrom('envelope').selectAll().orderBy('number').execute()

describe.each<[string, () => Intake]>([
  ['of SQLite', () => database.intake],
  ['of any dialect', () => anyIntake],
])('the intake %s', (_, intake) => {
  const insert = (rows: PlainRow[]) => inTransaction(async (trx) => intake().insertNew(trx, rows))

  test('says of each row whether it was inserted, by its id and by where it is kept', async () => {
    expect(await insert([row('a'), row('b'), row('a', { hash: 'other' })])).toEqual([true, true, false])
    expect(await insert([row('b'), row('c')])).toEqual([false, true])
    expect(await insert([row('a', { copy: 1 }), row('b', { quarantined: 1 })])).toEqual([true, true])
    expect((await held()).map((it) => it.hash)).toEqual([
      'hash of a',
      'hash of b',
      'hash of c',
      'hash of a',
      'hash of b',
    ])
    expect(await insert([])).toEqual([])
  })

  test('keeps every column that there is', async () => {
    const full = {
      ...row('a', { device: 'd', device_key: 'k', seq: 7, late: 1, quarantined: 1, copy: 1 }),
      ...{ number: 40, carrier: 'console', held_for: 'flood', discarded_at: 9, batch: 'b' },
    }
    const { number: _, ...columns } = full
    await insert([columns])
    const [kept] = await held()
    expect(Object.keys(kept ?? {}).sort()).toEqual(Object.keys(full).sort())
    expect({ ...kept, sealed: [...(kept?.sealed ?? [])] }).toMatchObject({ ...columns, sealed: [1, 2] })
  })

  test('fails for a campaign that is not there, and the transaction with it', async () => {
    await expect(insert([row('a'), row('b', { campaign: 'elsewhere' })])).rejects.toThrow(/FOREIGN KEY/)
    expect(await held()).toEqual([])
  })

  test('knows what was withdrawn, by its tag or its id, in its own campaign', async () => {
    const { db } = database
    await db.insertInto('campaign').values({ id: 'other', content: '{}', sample: 0, added_at: 1 }).execute()
    const at = { withdrawn_at: 3 }
    await db
      .insertInto('tombstone')
      .values([
        { campaign: CAMPAIGN, withdraw_tag: 'tag of a', ...at },
        { campaign: 'other', withdraw_tag: 'tag of c', ...at },
      ])
      .execute()
    await db
      .insertInto('withdrawn_envelope')
      .values({ campaign: CAMPAIGN, id: 'b', ...at })
      .execute()
    const asked = inTransaction(async (trx) =>
      intake().withdrawn(
        trx,
        ['a', 'b', 'c', 'd'].map((id) => row(id)),
      ),
    )
    expect(await asked).toEqual([true, true, false, false])
    expect(await inTransaction(async (trx) => intake().withdrawn(trx, []))).toEqual([])
  })
})
