import type { Transaction } from 'kysely'
import type { Tables } from './schema.ts'

/**
 * Deletes every envelope of a campaign, those in quarantine too, and marks it destroyed. Its counts stay: they are what was
 * delivered. False where the campaign does not exist.
 */
export async function destroy(trx: Transaction<Tables>, campaign: string, now: number): Promise<boolean> {
  const marked = await trx
    .updateTable('campaign')
    .set((eb) => ({ destroyed_at: eb.fn.coalesce('destroyed_at', eb.val(now)), quarantined_bytes: 0 }))
    .where('id', '=', campaign)
    .returning('id')
    .execute()
  if (marked.length === 0) return false
  await trx.deleteFrom('envelope').where('campaign', '=', campaign).execute()
  return true
}
