import type { Kysely, Transaction } from 'kysely'
import type { NewDecision, Verdict } from '../../protocol/review-routes.ts'
import { inChunks } from './chunks.ts'
import type { DecisionRecord } from './review-store.ts'
import type { Tables } from './schema.ts'

// Decisions by ids: nothing here says what was opened.

export async function readDecisions(db: Kysely<Tables>, campaign: string): Promise<DecisionRecord[]> {
  const rows = await db
    .selectFrom('decision')
    .selectAll()
    .where('campaign', '=', campaign)
    .orderBy('envelope')
    .orderBy('petition')
    .execute()
  return rows.map((row) => ({
    envelope: row.envelope,
    petition: row.petition || null,
    verdict: row.verdict as Verdict,
    by: row.decided_by,
    at: row.decided_at,
  }))
}

export async function decide(
  trx: Transaction<Tables>,
  campaign: string,
  by: string,
  decisions: NewDecision[],
  now: number,
): Promise<DecisionRecord[]> {
  const held = await heldIds(
    trx,
    campaign,
    decisions.map((it) => it.envelope),
  )
  const last = new Map<string, DecisionRecord>()
  for (const { envelope, petition, verdict } of decisions) {
    if (!held.has(envelope)) continue
    const key = `${envelope} ${petition}`
    await forget(trx, campaign, envelope, petition)
    last.delete(key)
    if (verdict === null) continue
    const row = { campaign, envelope, petition: petition ?? '', verdict, decided_by: by, decided_at: now }
    await trx.insertInto('decision').values(row).execute()
    last.set(key, { envelope, petition, verdict, by, at: now })
  }
  return [...last.values()]
}

const forget = (trx: Transaction<Tables>, campaign: string, envelope: string, petition: string | null) =>
  trx
    .deleteFrom('decision')
    .where('campaign', '=', campaign)
    .where('envelope', '=', envelope)
    .where('petition', '=', petition ?? '')
    .execute()

async function heldIds(trx: Transaction<Tables>, campaign: string, ids: string[]): Promise<Set<string>> {
  const held = new Set<string>()
  for (const chunk of inChunks([...new Set(ids)])) {
    const rows = await trx
      .selectFrom('envelope')
      .select('id')
      .where('campaign', '=', campaign)
      .where('id', 'in', chunk)
      .where('quarantined', '=', 0)
      .where('copy', '=', 0)
      .execute()
    for (const { id } of rows) held.add(id)
  }
  return held
}
