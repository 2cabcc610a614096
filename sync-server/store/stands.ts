import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Reason } from '../../protocol/reasons.ts'
import type { Stand } from '../../protocol/stand.ts'
import type { StandDraft } from '../../protocol/stand-routes.ts'
import type { Tables } from './schema.ts'
import { putCode, readCodes, withdrawCodes } from './stand-codes.ts'
import { idsFor } from './stand-ids.ts'
import type { NewCodeRecord, StandRecord } from './stand-store.ts'

// Stands as rows. `db` reads, `trx` writes.

type Row = Selectable<Tables['stand']>

export const standOf = (row: Row): Stand => ({
  id: row.id,
  campaign: row.campaign,
  name: row.name,
  place: row.place,
  from: row.first_day,
  to: row.last_day,
  petitions: JSON.parse(row.petitions),
})

const rowOf = ({ name, place, from, to, petitions, tablets }: StandDraft) => ({
  name,
  place,
  first_day: from,
  last_day: to,
  petitions: JSON.stringify([...petitions].sort()),
  tablets,
})

export async function readStands(db: Kysely<Tables>, campaign: string, now: number): Promise<StandRecord[]> {
  const rows = await db
    .selectFrom('stand')
    .selectAll()
    .where('campaign', '=', campaign)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute()
  const codes = await readCodes(db, campaign, now)
  return rows.map((row) => ({
    stand: standOf(row),
    tablets: row.tablets,
    madeAt: row.made_at,
    closedAt: row.closed_at,
    code: codes.get(row.id) ?? null,
  }))
}

export const readStand = async (
  db: Kysely<Tables>,
  campaign: string,
  id: string,
  now: number,
): Promise<StandRecord | null> => (await readStands(db, campaign, now)).find((it) => it.stand.id === id) ?? null

/** The record of a stand that this transaction has just found or written. */
export async function recordOf(
  trx: Transaction<Tables>,
  campaign: string,
  id: string,
  now: number,
): Promise<StandRecord> {
  const record = await readStand(trx, campaign, id, now)
  if (!record) throw new Error('the stand is gone')
  return record
}

export async function makeStand(
  trx: Transaction<Tables>,
  campaign: string,
  draft: StandDraft,
  now: number,
): Promise<StandRecord> {
  const row = rowOf(draft)
  const same = await trx
    .selectFrom('stand')
    .select('id')
    .where('campaign', '=', campaign)
    .where('closed_at', 'is', null)
    .where((eb) => eb.and(row))
    .executeTakeFirst()
  if (same) return recordOf(trx, campaign, same.id, now)
  const taken = await trx.selectFrom('stand').select('id').where('campaign', '=', campaign).execute()
  const known = new Set(taken.map((it) => it.id))
  for (const id of idsFor(draft.name)) {
    if (known.has(id)) continue
    await trx
      .insertInto('stand')
      .values({ campaign, id, ...row, made_at: now, closed_at: null })
      .execute()
    return recordOf(trx, campaign, id, now)
  }
  throw new Error('no id is left')
}

export async function changeStand(
  trx: Transaction<Tables>,
  campaign: string,
  id: string,
  draft: StandDraft,
  closed: boolean,
  now: number,
): Promise<Reason | StandRecord> {
  const changed = await trx
    .updateTable('stand')
    .set((eb) => ({ ...rowOf(draft), closed_at: closed ? eb.fn.coalesce('closed_at', eb.val(now)) : null }))
    .where('campaign', '=', campaign)
    .where('id', '=', id)
    .returning('id')
    .execute()
  if (changed.length === 0) return 'unknown-stand'
  if (closed) await withdrawCodes(trx, campaign, id, now)
  return recordOf(trx, campaign, id, now)
}

export async function newCode(
  trx: Transaction<Tables>,
  campaign: string,
  id: string,
  code: NewCodeRecord,
  now: number,
): Promise<Reason | StandRecord> {
  const stand = await readStand(trx, campaign, id, now)
  if (stand === null || stand.closedAt !== null) return 'unknown-stand'
  await withdrawCodes(trx, campaign, id, now)
  await putCode(trx, campaign, id, code, now)
  return recordOf(trx, campaign, id, now)
}

export async function withdrawCode(
  trx: Transaction<Tables>,
  campaign: string,
  id: string,
  now: number,
): Promise<Reason | StandRecord> {
  if (!(await readStand(trx, campaign, id, now))) return 'unknown-stand'
  await withdrawCodes(trx, campaign, id, now)
  return recordOf(trx, campaign, id, now)
}
