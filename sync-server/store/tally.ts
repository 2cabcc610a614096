import type { Transaction } from 'kysely'
import { Refusal } from '../refusal.ts'
import { addReceived, type Countable, cellsOf } from './received.ts'
import type { Tables } from './schema.ts'
import { worded } from './worded.ts'

// Counts are rows kept in the same transaction as what they count, so reading them is cheap and they are always exact.
// Envelopes and signatures are counted without copies and without quarantine; of acts, only signatures sign a petition.

/** Adds (`by` 1) or takes away (`by` -1) counted envelopes of one campaign. Returns the bytes that are in quarantine. */
export async function tally(
  trx: Transaction<Tables>,
  campaign: string,
  rows: readonly Countable[],
  by: 1 | -1,
): Promise<number> {
  const cells = cellsOf(rows)
  const signatures = new Map<string, number>()
  for (const { petition, signatures: more } of cells)
    signatures.set(petition, (signatures.get(petition) ?? 0) + by * more)
  for (const [petition, change] of signatures)
    await addSignatures(trx, { campaign, petition, change, first: Math.max(0, change) })
  await addReceived(trx, campaign, cells, by)
  const after = await addEnvelopes(trx, { campaign, change: by * rows.length })
  return stillThere(after.rows[0])
}

const addSignatures = worded<{ campaign: string; petition: string; change: number; first: number }>()((db, the) =>
  db
    .insertInto('petition_count')
    .values({ campaign: the('campaign'), petition: the('petition'), signatures: the('first') })
    .onConflict((o) =>
      o
        .columns(['campaign', 'petition'])
        .doUpdateSet((eb) => ({ signatures: eb('petition_count.signatures', '+', the('change')) })),
    ),
)

const addEnvelopes = worded<{ campaign: string; change: number }>()((db, the) =>
  db
    .updateTable('campaign')
    .set((eb) => ({ envelopes: eb('envelopes', '+', the('change')) }))
    .where('id', '=', the('campaign'))
    .returning(['quarantined_bytes', 'destroyed_at']),
)

/** Adds to (or takes from) the bytes in quarantine; returns the new total. */
export async function tallyQuarantine(trx: Transaction<Tables>, campaign: string, bytes: number): Promise<number> {
  const after = await trx
    .updateTable('campaign')
    .set((eb) => ({ quarantined_bytes: eb('quarantined_bytes', '+', bytes) }))
    .where('id', '=', campaign)
    .returning(['quarantined_bytes', 'destroyed_at'])
    .executeTakeFirst()
  return stillThere(after)
}

/** What was judged before a campaign was destroyed must not be stored after it. Asked again, the judge knows. */
function stillThere(campaign?: { quarantined_bytes: number; destroyed_at: number | null }): number {
  if (!campaign) throw new Error('a campaign that is counted for is not there')
  if (campaign.destroyed_at !== null) throw new Refusal('overloaded', { retryAfterSeconds: 1 })
  return campaign.quarantined_bytes
}
