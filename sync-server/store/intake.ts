import type { Transaction } from 'kysely'
import type { PlainRow } from './envelope-row.ts'
import type { Tables } from './schema.ts'

// What is done for each envelope that comes, and so decides how many a server can take. A dialect may do it in its own way
// (sqlite-intake.ts); this one is for any. Both are held to the same tests (tests/server/intake.test.ts).

export interface Intake {
  /** For each row of one campaign, whether its tag or its id was withdrawn there. */
  withdrawn(trx: Transaction<Tables>, rows: readonly PlainRow[]): boolean[] | Promise<boolean[]>
  /**
   * Inserts the rows of one campaign whose id is not held yet (in quarantine or out of it, as a copy or not: as the row is); for each,
   * whether it was inserted. Of one id that stands there twice, it is the first.
   */
  insertNew(trx: Transaction<Tables>, rows: readonly PlainRow[]): boolean[] | Promise<boolean[]>
}

/** A few statements, each for all rows. */
export const anyIntake: Intake = {
  async withdrawn(trx, rows) {
    const campaign = rows[0]?.campaign
    if (campaign === undefined) return []
    const tags = await trx
      .selectFrom('tombstone')
      .select('withdraw_tag')
      .where('campaign', '=', campaign)
      .where(
        'withdraw_tag',
        'in',
        rows.map((row) => row.withdraw_tag),
      )
      .execute()
    const ids = await trx
      .selectFrom('withdrawn_envelope')
      .select('id')
      .where('campaign', '=', campaign)
      .where(
        'id',
        'in',
        rows.map((row) => row.id),
      )
      .execute()
    const gone = new Set([...tags.map((it) => it.withdraw_tag), ...ids.map((it) => it.id)])
    return rows.map((row) => gone.has(row.withdraw_tag) || gone.has(row.id))
  },

  async insertNew(trx, rows) {
    if (rows.length === 0) return []
    const inserted = await trx
      .insertInto('envelope')
      .values(rows)
      .onConflict((o) => o.columns(['campaign', 'id', 'quarantined', 'copy']).doNothing())
      .returning('id')
      .execute()
    const ids = new Set(inserted.map(({ id }) => id))
    // Deleted as it is found: an id that stands there twice was inserted once.
    return rows.map(({ id }) => ids.delete(id))
  },
}
