import { type Kysely, sql, type Transaction } from 'kysely'
import type { Tables } from './schema.ts'
import type { Sender } from './sender.ts'
import { takeRows } from './take.ts'
import { tallyQuarantine } from './tally.ts'

// What waits because nobody had enrolled its device.

/** Rows that are taken over at once. */
const AT_ONCE = 200

/** How many envelopes wait, by device and key. */
export async function countQuarantine(db: Kysely<Tables>): Promise<(Sender & { waiting: number })[]> {
  const rows = await db
    .selectFrom('envelope')
    .select((eb) => ['device', 'device_key', eb.fn.countAll<number>().as('waiting')])
    // Written out, or SQLite would not see that the index holds exactly these.
    .where('quarantined', '=', sql.lit(1))
    .where('device', 'is not', null)
    .where('discarded_at', 'is', null)
    .groupBy(['device', 'device_key'])
    .execute()
  return rows.map(({ device, device_key, waiting }) => ({ device: device ?? '', key: device_key ?? '', waiting }))
}

/**
 * Counts what a device, trusted from now on, had left in quarantine, as if it came only now: behind everything that has
 * arrived, so that whoever reads on from a page's cursor sees it. Returns how many envelopes were counted.
 */
export async function releaseQuarantine(trx: Transaction<Tables>, { device, key }: Sender): Promise<number> {
  let released = 0
  for (;;) {
    const rows = await trx
      .selectFrom('envelope')
      .selectAll()
      .where('quarantined', '=', sql.lit(1))
      .where('device', '=', device)
      .where('device_key', '=', key)
      .where('discarded_at', 'is', null)
      // Other bytes under an id come behind the first.
      .orderBy('copy')
      .orderBy('number')
      .limit(AT_ONCE)
      .execute()
    const campaign = rows[0]?.campaign
    if (campaign === undefined) return released
    const here = rows.filter((row) => row.campaign === campaign)
    const bytes = here.reduce((sum, row) => sum + row.sealed.length, 0)
    await trx
      .deleteFrom('envelope')
      .where(
        'number',
        'in',
        here.map((row) => row.number),
      )
      .execute()
    await tallyQuarantine(trx, campaign, -bytes)
    const again = here.map(({ number: _, ...row }) => ({
      ...row,
      quarantined: 0 as const,
      copy: 0 as const,
      held_for: null,
    }))
    const { verdicts } = await takeRows(trx, campaign, again, null)
    released += verdicts.filter((verdict) => verdict === 'stored').length
  }
}
