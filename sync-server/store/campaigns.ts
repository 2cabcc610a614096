import type { Kysely, Transaction } from 'kysely'
import type { Campaign, CampaignContent, Counts } from '../../protocol/campaign.ts'
import type { Reason } from '../../protocol/reasons.ts'
import type { SignedSealingKey } from '../../protocol/sealing-key.ts'
import { readCards } from './pictures.ts'
import { CODE_OF_CONDUCT, rememberPublished } from './publishing.ts'
import type { Tables } from './schema.ts'
import type { CampaignRecord } from './store.ts'

// Campaigns, their texts and keys. `db` reads, `trx` writes.

export async function readCampaign(db: Kysely<Tables>, id: string): Promise<CampaignRecord | null> {
  const row = await db
    .selectFrom('campaign')
    .select(['content', 'root', 'removed', 'destroyed_at', 'live'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const keys = await readKeys(db, id)
  const texts = await db
    .selectFrom('consent_text')
    .select('id')
    .where('campaign', '=', id)
    .where('purpose', '!=', CODE_OF_CONDUCT)
    .execute()
  const known = await db.selectFrom('published_petition').select('id').where('campaign', '=', id).execute()
  // Parsed by CampaignContent when it was written: inside the store it is trusted.
  const content = JSON.parse(row.content) as CampaignContent
  const published: Campaign = {
    ...content,
    petitions: row.live ? content.petitions.filter((p) => p.state !== 'draft') : [],
    root: row.root,
    sealingKey: keys[0] ?? null,
    ...(row.destroyed_at !== null && { ended: true as const }),
  }
  return {
    content,
    root: row.root,
    keys,
    consentTexts: new Set(texts.map((t) => t.id)),
    petitionsEver: new Set([...published.petitions, ...known].map((it) => it.id)),
    published,
    live: row.live === 1,
    cards: await readCards(db, id),
    removed: row.removed === 1,
    destroyed: row.destroyed_at !== null,
  }
}

async function readKeys(db: Kysely<Tables>, campaign: string): Promise<SignedSealingKey[]> {
  const rows = await db
    .selectFrom('sealing_key')
    .selectAll()
    .where('campaign', '=', campaign)
    .orderBy('serial', 'desc')
    .execute()
  return rows.map(({ id, public_key, serial, valid_from, signature }) => ({
    campaign,
    id,
    publicKey: public_key,
    serial,
    validFrom: valid_from,
    signature,
  }))
}

export const anyCampaign = async (db: Kysely<Tables>): Promise<boolean> =>
  (await db.selectFrom('campaign').select('id').limit(1).executeTakeFirst()) !== undefined

/** Ids of what is not removed, in the order in which `/` prefers them, or would if this draft were published now. */
export async function campaignIds(db: Kysely<Tables>, draft = ''): Promise<string[]> {
  const rows = await db
    .selectFrom('campaign')
    .select('id')
    .where('removed', '=', 0)
    .orderBy((eb) => eb.or([eb('live', '=', 1), eb('id', '=', draft)]), 'desc')
    .orderBy('shown', 'desc')
    .orderBy('sample')
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

export async function countsOf(db: Kysely<Tables>, record: CampaignRecord): Promise<Counts> {
  const counts: Counts = Object.fromEntries(record.published.petitions.map((p) => [p.id, 0]))
  const rows = await db
    .selectFrom('petition_count')
    .select(['petition', 'signatures'])
    .where('campaign', '=', record.content.id)
    .execute()
  for (const { petition, signatures } of rows) if (Object.hasOwn(counts, petition)) counts[petition] = signatures
  return counts
}

/** Envelopes held, and whether a draft says something else than what is published. */
export async function standOfWork(
  db: Kysely<Tables>,
  campaign: string,
): Promise<{ envelopes: number; changed: boolean }> {
  const row = await db
    .selectFrom('campaign')
    .leftJoin('campaign_draft as draft', 'draft.campaign', 'campaign.id')
    .select(['campaign.envelopes', 'campaign.live', 'campaign.content', 'draft.content as draft'])
    .where('campaign.id', '=', campaign)
    .executeTakeFirst()
  if (!row) return { envelopes: 0, changed: false }
  return { envelopes: row.envelopes, changed: row.live === 0 || (row.draft !== null && row.draft !== row.content) }
}

/** Adds a campaign, or shows a sample again and brings its content up to date; one that is no sample stays as it is. */
export async function putSample(trx: Transaction<Tables>, content: CampaignContent, now: number): Promise<void> {
  const text = JSON.stringify(content)
  const sample = content.sample ? 1 : 0
  const written = await trx
    .insertInto('campaign')
    .values({ id: content.id, content: text, sample, root: null, added_at: now })
    .onConflict((o) => o.column('id').doUpdateSet({ content: text, removed: 0 }).where('campaign.sample', '=', 1))
    .returning('id')
    .execute()
  if (written.length === 0) return
  await rememberPublished(trx, content)
}

export async function removeSample(trx: Transaction<Tables>, id: string): Promise<Reason | 'removed'> {
  const campaign = await trx
    .selectFrom('campaign')
    .select('sample')
    .where('id', '=', id)
    .where('removed', '=', 0)
    .executeTakeFirst()
  if (!campaign) return 'unknown-campaign'
  if (!campaign.sample) return 'not-allowed'
  const held = await trx.selectFrom('envelope').select('number').where('campaign', '=', id).limit(1).executeTakeFirst()
  if (held) return 'has-signatures'
  await trx.updateTable('campaign').set({ removed: 1 }).where('id', '=', id).execute()
  return 'removed'
}

export async function publishKey(
  trx: Transaction<Tables>,
  root: string,
  key: SignedSealingKey,
  now: number,
): Promise<Reason | 'published'> {
  const campaign = await trx
    .selectFrom('campaign')
    .select('root')
    .where('id', '=', key.campaign)
    .where('removed', '=', 0)
    .executeTakeFirst()
  if (!campaign) return 'unknown-campaign'
  if (campaign.root !== null && campaign.root !== root) return 'key-already-there'
  const keys = await readKeys(trx, key.campaign)
  const newest = keys[0]
  // The answer to the first try may have been lost on its way.
  if (newest && newest.id === key.id && newest.signature === key.signature) return 'published'
  if (newest && key.serial <= newest.serial) return 'key-already-there'
  if (keys.some((known) => known.id === key.id)) return 'key-already-there'
  await trx.updateTable('campaign').set({ root }).where('id', '=', key.campaign).execute()
  await trx
    .insertInto('sealing_key')
    .values({
      campaign: key.campaign,
      id: key.id,
      public_key: key.publicKey,
      serial: key.serial,
      valid_from: key.validFrom,
      signature: key.signature,
      published_at: now,
    })
    .execute()
  return 'published'
}
