import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './schema.ts'
import type { CodeRecord, NewCodeRecord } from './stand-store.ts'

// The codes that enrol tablets, known by their hashes: whoever reads the database enrols nothing. A plain hash is enough,
// because a code is 60 random bits and good for some days only. A stand has at most one that is out.

export const isKnown = async (db: Kysely<Tables>, hash: string): Promise<boolean> =>
  (await db.selectFrom('enrol_code').select('hash').where('hash', '=', hash).executeTakeFirst()) !== undefined

/** What is out, by stand. */
export async function readCodes(db: Kysely<Tables>, campaign: string, now: number): Promise<Map<string, CodeRecord>> {
  const rows = await db
    .selectFrom('enrol_code')
    .select(['stand', 'tablets', 'used', 'expires_at'])
    .where('campaign', '=', campaign)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .execute()
  return new Map(rows.map(({ stand, tablets, used, expires_at }) => [stand, { tablets, used, expiresAt: expires_at }]))
}

/** Takes back what is out at a stand. What it enrolled stays. */
export async function withdrawCodes(
  trx: Transaction<Tables>,
  campaign: string,
  stand: string,
  now: number,
): Promise<void> {
  await trx
    .updateTable('enrol_code')
    .set({ withdrawn_at: now })
    .where('campaign', '=', campaign)
    .where('stand', '=', stand)
    .where('withdrawn_at', 'is', null)
    .execute()
}

export async function putCode(
  trx: Transaction<Tables>,
  campaign: string,
  stand: string,
  { hash, tablets, expiresAt }: NewCodeRecord,
  now: number,
): Promise<void> {
  await trx
    .insertInto('enrol_code')
    .values({ hash, campaign, stand, tablets, made_at: now, expires_at: expiresAt, withdrawn_at: null })
    .execute()
}

/** The stand whose code this is, with the code used up once more; or why it enrols nobody. */
export async function useCode(
  trx: Transaction<Tables>,
  hash: string,
  now: number,
): Promise<{ campaign: string; stand: string } | 'unknown-code' | 'expired-code' | 'used-code'> {
  const code = await trx.selectFrom('enrol_code').selectAll().where('hash', '=', hash).executeTakeFirst()
  if (!code) return 'unknown-code'
  if (code.withdrawn_at !== null || code.expires_at <= now) return 'expired-code'
  if (code.used >= code.tablets) return 'used-code'
  await trx
    .updateTable('enrol_code')
    .set({ used: code.used + 1 })
    .where('hash', '=', hash)
    .execute()
  return { campaign: code.campaign, stand: code.stand }
}
