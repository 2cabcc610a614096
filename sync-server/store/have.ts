import type { Kysely } from 'kysely'
import type { HaveQuestion, Held } from '../../protocol/have.ts'
import { inChunks } from './chunks.ts'
import type { Tables } from './schema.ts'

/** How many different bytes are ever kept under one id (design §4). */
const MOST_KEPT = 2

/**
 * What is held of each item, in order. Rows are read before withdrawals: what is withdrawn in between is told as it was before
 * the question, and not as missing.
 */
export async function heldOf(db: Kysely<Tables>, { campaign, items }: HaveQuestion): Promise<Held[]> {
  const ids = [...new Set(items.map(({ id }) => id))]
  const counted = new Map<string, number>()
  const hashes = new Set<string>()
  const withdrawn = new Set<string>()
  for (const chunk of inChunks(ids)) {
    const rows = await db
      .selectFrom('envelope')
      .select(['id', 'hash', 'quarantined'])
      .where('campaign', '=', campaign)
      .where('id', 'in', chunk)
      .execute()
    for (const { id, hash, quarantined } of rows) {
      hashes.add(`${id} ${hash}`)
      if (!quarantined) counted.set(id, (counted.get(id) ?? 0) + 1)
    }
  }
  for (const chunk of inChunks(ids)) {
    const rows = await db
      .selectFrom('withdrawn_envelope')
      .select('id')
      .where('campaign', '=', campaign)
      .where('id', 'in', chunk)
      .execute()
    for (const { id } of rows) withdrawn.add(id)
  }
  return items.map(({ id, hash }) => {
    if (withdrawn.has(id)) return 'withdrawn'
    if (hashes.has(`${id} ${hash}`)) return 'stored'
    return (counted.get(id) ?? 0) >= MOST_KEPT ? 'conflict' : 'missing'
  })
}
