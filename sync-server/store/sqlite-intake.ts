import type { SqliteDatabase } from 'kysely'
import type { Intake } from './intake.ts'
import type { NewEnvelopeRow } from './schema.ts'

// In SQLite a statement costs what it does and nothing for being sent, so a prepared one in a loop is the fastest way: a statement of 200
// rows has 4,000 parameters to be read, bound and given back, and takes twice the time. Within the transaction that Kysely has begun
// on the same handle: both see the same rows.

type Column = Exclude<keyof NewEnvelopeRow, 'number'>

/** All of them, or this does not compile. */
const COLUMNS = Object.keys({
  v: 0,
  suite: 0,
  id: 0,
  kind: 0,
  campaign: 0,
  petitions: 0,
  sealing_key: 0,
  consent: 0,
  withdraw_tag: 0,
  sealed: 0,
  hash: 0,
  received_at: 0,
  late: 0,
  quarantined: 0,
  copy: 0,
  device: 0,
  device_key: 0,
  seq: 0,
  carrier: 0,
  held_for: 0,
  discarded_at: 0,
  batch: 0,
} satisfies Record<Column, 0>) as Column[]

const INSERT = `insert into envelope (${COLUMNS}) values (${COLUMNS.map(() => '?')})
  on conflict (campaign, id, quarantined, copy) do nothing`
const TOMBSTONE = 'select 1 from tombstone where campaign = ? and withdraw_tag = ?'
const WITHDRAWN = 'select 1 from withdrawn_envelope where campaign = ? and id = ?'

export function sqliteIntake(sqlite: SqliteDatabase): Intake {
  return {
    withdrawn(_, rows) {
      const tombstone = sqlite.prepare(TOMBSTONE)
      const envelope = sqlite.prepare(WITHDRAWN)
      return rows.map(
        ({ campaign, withdraw_tag, id }) =>
          tombstone.all([campaign, withdraw_tag]).length > 0 || envelope.all([campaign, id]).length > 0,
      )
    },
    insertNew(_, rows) {
      const insert = sqlite.prepare(INSERT)
      return rows.map((row) => Number(insert.run(COLUMNS.map((name) => row[name] ?? null)).changes) > 0)
    },
  }
}
