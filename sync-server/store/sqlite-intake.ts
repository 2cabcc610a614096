import type { SqliteDatabase } from 'kysely'
import type { Intake } from './intake.ts'

// In SQLite a statement costs what it does and nothing for being sent, so a prepared one in a loop is the fastest way: a statement of 200
// rows has 4,000 parameters to be read, bound and given back, and takes twice the time. Within the transaction that Kysely has begun
// on the same handle: both see the same rows.

const COLUMNS = [
  'v',
  'suite',
  'id',
  'kind',
  'campaign',
  'petitions',
  'sealing_key',
  'consent',
  'withdraw_tag',
  'sealed',
  'hash',
  'received_at',
  'late',
  'quarantined',
  'copy',
  'device',
  'device_key',
  'seq',
  'carrier',
  'held_for',
  'discarded_at',
] as const

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
