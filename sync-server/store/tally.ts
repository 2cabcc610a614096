import type { Transaction } from 'kysely'
import { Refusal } from '../refusal.ts'
import { petitionsOf } from './envelope-row.ts'
import { addReceived, type Countable, cellsOf } from './received.ts'
import type { Tables } from './schema.ts'

// Counts are rows kept in the same transaction as what they count, so reading them is cheap and they are always exact.
// Envelopes and signatures are counted without copies and without quarantine; of acts, only signatures sign a petition.

/** Adds (`by` 1) or takes away (`by` -1) counted envelopes of one campaign. Returns the bytes that are in quarantine. */
export async function tally(
  trx: Transaction<Tables>,
  campaign: string,
  rows: readonly Countable[],
  by: 1 | -1,
): Promise<number> {
  const signatures = new Map<string, number>()
  for (const row of rows) {
    if (row.kind !== 'signature') continue
    for (const petition of petitionsOf(row)) signatures.set(petition, (signatures.get(petition) ?? 0) + by)
  }
  for (const [petition, change] of signatures) {
    await trx
      .insertInto('petition_count')
      .values({ campaign, petition, signatures: Math.max(0, change) })
      .onConflict((o) =>
        o
          .columns(['campaign', 'petition'])
          .doUpdateSet((eb) => ({ signatures: eb('petition_count.signatures', '+', change) })),
      )
      .execute()
  }
  await addReceived(trx, campaign, cellsOf(rows), by)
  const after = await trx
    .updateTable('campaign')
    .set((eb) => ({ envelopes: eb('envelopes', '+', by * rows.length) }))
    .where('id', '=', campaign)
    .returning(['quarantined_bytes', 'destroyed_at'])
    .executeTakeFirstOrThrow()
  return stillThere(after)
}

/** Adds to (or takes from) the bytes in quarantine; returns the new total. */
export async function tallyQuarantine(trx: Transaction<Tables>, campaign: string, bytes: number): Promise<number> {
  const after = await trx
    .updateTable('campaign')
    .set((eb) => ({ quarantined_bytes: eb('quarantined_bytes', '+', bytes) }))
    .where('id', '=', campaign)
    .returning(['quarantined_bytes', 'destroyed_at'])
    .executeTakeFirstOrThrow()
  return stillThere(after)
}

/** What was judged before a campaign was destroyed must not be stored after it. Asked again, the judge knows. */
function stillThere(campaign: { quarantined_bytes: number; destroyed_at: number | null }): number {
  if (campaign.destroyed_at !== null) throw new Refusal('overloaded', { retryAfterSeconds: 1 })
  return campaign.quarantined_bytes
}
