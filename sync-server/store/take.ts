import type { Transaction } from 'kysely'
import { Refusal } from '../refusal.ts'
import type { PlainRow } from './envelope-row.ts'
import { anyIntake, type Intake } from './intake.ts'
import type { Tables } from './schema.ts'
import type { Taken } from './store.ts'
import { tally, tallyQuarantine } from './tally.ts'
import { worded } from './worded.ts'

// Idempotency is per (campaign, envelope id) and comes from the unique constraint, not from a look before the leap; a batch's own
// id means nothing here.

interface TakenRows {
  verdicts: Taken[]
  /** Envelopes that are new to the server: those that this sender had in quarantine already are not. */
  first: number
}

/** Takes one campaign's rows, into quarantine where there is a limit. Refused: `overloaded` beyond it. */
export async function takeRows(
  trx: Transaction<Tables>,
  campaign: string,
  rows: PlainRow[],
  quarantineLimit: number | null,
  { withdrawn, insertNew }: Intake = anyIntake,
): Promise<TakenRows> {
  const verdicts: Taken[] = new Array(rows.length)
  const left = (): number[] => rows.flatMap((_, i) => (verdicts[i] ? [] : [i]))
  const row = (i: number) => rows[i] as PlainRow

  const isWithdrawn = await withdrawn(trx, rows)
  for (const i of left()) if (isWithdrawn[i]) verdicts[i] = 'withdrawn'

  const isDiscarded = await discarded(trx, campaign, left().map(row))
  for (const i of left()) if (isDiscarded(row(i))) verdicts[i] = 'duplicate'

  if (quarantineLimit !== null) {
    const counted = await hashesHeld(
      trx,
      campaign,
      left().map((i) => row(i).id),
      0,
    )
    for (const i of left()) if (counted.get(row(i).id) === row(i).hash) verdicts[i] = 'duplicate'
  }

  const candidates = left()
  const isNew = await insertNew(trx, candidates.map(row))
  const stored: PlainRow[] = []
  for (const [nth, i] of candidates.entries()) {
    // An id twice in one batch: the first one was inserted, the second is judged against it below.
    if (!isNew[nth]) continue
    verdicts[i] = 'stored'
    stored.push(row(i))
  }

  const copies: PlainRow[] = []
  if (left().length > 0) {
    const held = await hashesHeld(
      trx,
      campaign,
      left().map((i) => row(i).id),
      quarantineLimit === null ? 0 : 1,
    )
    for (const i of left()) {
      verdicts[i] = held.get(row(i).id) === row(i).hash ? 'duplicate' : 'conflict'
      if (verdicts[i] === 'conflict') copies.push({ ...row(i), copy: 1 })
    }
  }
  const isKept = await insertNew(trx, copies)

  let settled = 0
  if (quarantineLimit === null) {
    if (stored.length > 0 && (await tally(trx, campaign, stored, 1)) > 0)
      settled = await leaveQuarantine(trx, campaign, stored)
  } else {
    const kept = [...stored, ...copies.filter((_, nth) => isKept[nth])]
    const bytes = kept.reduce((sum, { sealed }) => sum + sealed.length, 0)
    const full = bytes > 0 && (await tallyQuarantine(trx, campaign, bytes)) > quarantineLimit
    if (full && (await bytesOfDevices(trx, campaign)) > quarantineLimit)
      throw new Refusal('overloaded', { retryAfterSeconds: 3600 })
  }
  return { verdicts, first: stored.length - settled }
}

/** What a coordinator set aside stays aside, by whatever way the same bytes come again. */
async function discarded(
  trx: Transaction<Tables>,
  campaign: string,
  rows: PlainRow[],
): Promise<(row: PlainRow) => boolean> {
  // Nearly always there is nothing, and then two hundred ids need not be looked for.
  if (rows.length === 0 || (await anyAside(trx, { campaign })).rows.length === 0) return () => false
  const found = await trx
    .selectFrom('envelope')
    .select(['id', 'hash'])
    .where('campaign', '=', campaign)
    .where('discarded_at', 'is not', null)
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  const keys = new Set(found.map(({ id, hash }) => `${id} ${hash}`))
  return ({ id, hash }) => keys.has(`${id} ${hash}`)
}

const anyAside = worded<{ campaign: string }>()((db, the) =>
  db
    .selectFrom('envelope')
    .select('number')
    .where('campaign', '=', the('campaign'))
    .where('discarded_at', 'is not', null)
    .limit(1),
)

/** What unknown devices have in quarantine; phones, who paid for theirs, do not fill it up for them. */
async function bytesOfDevices(trx: Transaction<Tables>, campaign: string): Promise<number> {
  const held = await trx
    .selectFrom('envelope')
    .select((eb) => eb.fn.sum<number | null>(eb.fn('length', ['sealed'])).as('bytes'))
    .where('campaign', '=', campaign)
    .where('quarantined', '=', 1)
    .where('device', 'is not', null)
    .where('discarded_at', 'is', null)
    .executeTakeFirst()
  return held?.bytes ?? 0
}

async function hashesHeld(
  trx: Transaction<Tables>,
  campaign: string,
  ids: string[],
  quarantined: 0 | 1,
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await trx
    .selectFrom('envelope')
    .select(['id', 'hash'])
    .where('campaign', '=', campaign)
    .where('id', 'in', ids)
    .where('quarantined', '=', quarantined)
    .where('copy', '=', 0)
    .execute()
  return new Map(rows.map(({ id, hash }) => [id, hash]))
}

/**
 * The same bytes came by a trusted way: what waited in quarantine is settled. Returns how many the same device had left there,
 * under the same key, before it was trusted.
 */
async function leaveQuarantine(trx: Transaction<Tables>, campaign: string, stored: PlainRow[]): Promise<number> {
  const gone = await trx
    .deleteFrom('envelope')
    .where('campaign', '=', campaign)
    .where('quarantined', '=', 1)
    .where(
      'id',
      'in',
      stored.map((row) => row.id),
    )
    .where(
      'hash',
      'in',
      stored.map((row) => row.hash),
    )
    .returning((eb) => ['copy', 'device', 'device_key', eb.fn<number>('length', ['sealed']).as('bytes')])
    .execute()
  const bytes = gone.reduce((sum, row) => sum + row.bytes, 0)
  if (bytes > 0) await tallyQuarantine(trx, campaign, -bytes)
  const [sent] = stored
  return gone.filter((it) => !it.copy && it.device === sent?.device && it.device_key === sent?.device_key).length
}
