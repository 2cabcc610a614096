import type { Transaction } from 'kysely'
import { inChunks } from './chunks.ts'
import { destroy } from './destroy.ts'
import type { LogEntry } from './erasure-log.ts'
import type { Tables } from './schema.ts'
import { withdraw } from './withdraw.ts'

/** What the erasure log tells to forget. */
export type Erasure = Exclude<LogEntry, { what: 'opening' }>

export interface Replayed {
  /** How many the database had not heard of. */
  erased: number
  /** Those of campaigns that are not in the database, or not yet: a backup may be older than a campaign. */
  unplaced: Erasure[]
}

/** Erases whatever the log names and the database still holds, or would take in again. */
export async function replay(trx: Transaction<Tables>, erasures: readonly Erasure[], now: number): Promise<Replayed> {
  const campaigns = await trx.selectFrom('campaign').select(['id', 'destroyed_at']).execute()
  const known = new Map(campaigns.map((it) => [it.id, it]))
  const unplaced = erasures.filter((it) => !known.has(it.campaign))
  let erased = 0
  for (const { id, destroyed_at } of campaigns) {
    const here = erasures.filter((it) => it.campaign === id)
    const tags = new Set(here.flatMap((it) => (it.what === 'withdrawal' ? [it.withdrawTag] : [])))
    for (const chunk of inChunks([...tags])) {
      for (const tag of await withoutTombstone(trx, id, chunk)) {
        await withdraw(trx, id, tag, now)
        erased++
      }
    }
    if (destroyed_at === null && here.some((it) => it.what === 'destruction')) {
      await destroy(trx, id, now)
      erased++
    }
  }
  return { erased, unplaced }
}

async function withoutTombstone(trx: Transaction<Tables>, campaign: string, tags: string[]): Promise<string[]> {
  const rows = await trx
    .selectFrom('tombstone')
    .select('withdraw_tag')
    .where('campaign', '=', campaign)
    .where('withdraw_tag', 'in', tags)
    .execute()
  const there = new Set(rows.map((row) => row.withdraw_tag))
  return tags.filter((tag) => !there.has(tag))
}
