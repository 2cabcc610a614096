import type { Kysely, Transaction } from 'kysely'
import type { CampaignContent } from '../../protocol/campaign.ts'
import type { Reason } from '../../protocol/reasons.ts'
import type { Tables } from './schema.ts'

// Versions of a campaign's content. The campaign's own row holds what everyone reads; the newest version is a copy of it, made when
// it was published, so that it can be brought back.

/** The purpose under which a code of conduct is kept among the texts that people agree to. */
export const CODE_OF_CONDUCT = 'code-of-conduct'

export interface CampaignRow {
  id: string
  content: string
  live: 0 | 1
  sample: 0 | 1
  destroyed_at: number | null
  added_at: number
  envelopes: number
}

export const readRow = async (db: Kysely<Tables>, id: string): Promise<CampaignRow | undefined> =>
  db
    .selectFrom('campaign')
    .select(['id', 'content', 'live', 'sample', 'destroyed_at', 'added_at', 'envelopes'])
    .where('id', '=', id)
    .where('removed', '=', 0)
    .executeTakeFirst()

/** Number of the newest version; 0 where there is none. */
export async function newestVersion(db: Kysely<Tables>, campaign: string): Promise<number> {
  const row = await db
    .selectFrom('campaign_version')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('campaign', '=', campaign)
    .executeTakeFirst()
  return row?.version ?? 0
}

export async function readVersion(db: Kysely<Tables>, campaign: string, version: number): Promise<string | null> {
  const row = await db
    .selectFrom('campaign_version')
    .select('content')
    .where('campaign', '=', campaign)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.content ?? null
}

/**
 * Number of the version that everyone reads, as the editor lists it: where it came without one (a sample, a campaign from a file),
 * the number that `keepVersion` will give it.
 */
export async function shownVersion(db: Kysely<Tables>, row: CampaignRow): Promise<number> {
  const newest = await newestVersion(db, row.id)
  const listed = !row.live || (newest > 0 && (await readVersion(db, row.id, newest)) === row.content)
  return listed ? newest : newest + 1
}

/** Makes what everyone reads a version, where it came without one. Returns the newest's number. */
async function keepVersion(trx: Transaction<Tables>, row: CampaignRow): Promise<number> {
  const newest = await newestVersion(trx, row.id)
  const shown = await shownVersion(trx, row)
  if (shown === newest) return newest
  const kept = {
    version: shown,
    content: row.content,
    published_at: row.added_at,
    published_by: null,
    again: null,
  }
  await trx
    .insertInto('campaign_version')
    .values({ campaign: row.id, ...kept })
    .execute()
  return shown
}

interface NewVersion {
  content: CampaignContent
  by: string
  again: number | null
  now: number
}

/** Shows this content to everyone, as the next version, and remembers every petition and text that anyone could meet by it. */
export async function putVersion(
  trx: Transaction<Tables>,
  row: CampaignRow,
  { content, by, again, now }: NewVersion,
): Promise<void> {
  const text = JSON.stringify(content)
  const before = await keepVersion(trx, row)
  if (row.live) await rememberPublished(trx, JSON.parse(row.content))
  await rememberPublished(trx, content)
  await trx
    .insertInto('campaign_version')
    .values({ campaign: row.id, version: before + 1, content: text, published_at: now, published_by: by, again })
    .execute()
  await trx.updateTable('campaign').set({ content: text, live: 1 }).where('id', '=', row.id).execute()
}

/** Older texts stay, so that what was signed under them is known; so do petitions. */
export async function rememberPublished(trx: Transaction<Tables>, content: CampaignContent): Promise<void> {
  const campaign = content.id
  await trx
    .insertInto('consent_text')
    .values(agreedTo(content).map(({ id, purpose, text }) => ({ campaign, id, purpose, text: JSON.stringify(text) })))
    .onConflict((o) => o.doNothing())
    .execute()
  const petitions = publishedIds(content).map((id) => ({ campaign, id }))
  if (petitions.length > 0)
    await trx
      .insertInto('published_petition')
      .values(petitions)
      .onConflict((o) => o.doNothing())
      .execute()
}

const publishedIds = ({ petitions }: CampaignContent): string[] =>
  petitions.filter((it) => it.state !== 'draft').map((it) => it.id)

/** Every text that somebody may agree to. */
export const agreedTo = ({ consents, join }: CampaignContent) => [
  ...consents.map(({ id, purpose, text }) => ({ id, purpose: purpose as string, text })),
  { id: join.codeOfConduct.id, purpose: CODE_OF_CONDUCT, text: join.codeOfConduct.text },
]

/** Texts that were ever published, those of what everyone reads now included. */
export async function knownTexts(db: Kysely<Tables>, { id, live, content }: CampaignRow) {
  const rows = await db.selectFrom('consent_text').selectAll().where('campaign', '=', id).orderBy('id').execute()
  const texts = rows.map((it) => ({
    id: it.id,
    purpose: it.purpose,
    text: JSON.parse(it.text) as Record<string, string>,
  }))
  const now = live ? agreedTo(JSON.parse(content)) : []
  return [...texts, ...now.filter((it) => !texts.some((known) => known.id === it.id))]
}

export async function knownPetitions(db: Kysely<Tables>, { id, live, content }: CampaignRow): Promise<string[]> {
  const rows = await db.selectFrom('published_petition').select('id').where('campaign', '=', id).execute()
  const now = live ? publishedIds(JSON.parse(content)) : []
  return [...new Set([...rows.map((it) => it.id), ...now])].sort()
}

/** Why this content must not take the place of what everyone reads; null where it may. */
export async function objection(
  trx: Transaction<Tables>,
  row: CampaignRow,
  content: CampaignContent,
): Promise<Reason | null> {
  if (row.destroyed_at !== null) return 'destroyed'
  const known = await knownPetitions(trx, row)
  if (!known.every((id) => content.petitions.some((it) => it.id === id))) return 'not-publishable'
  const texts = await knownTexts(trx, row)
  for (const { id, purpose, text } of agreedTo(content)) {
    const before = texts.find((it) => it.id === id)
    if (before && !(before.purpose === purpose && sameText(before.text, text))) return 'edited-consent'
  }
  const promised = row.live && row.envelopes > 0 ? (JSON.parse(row.content) as CampaignContent).destroyBy : null
  return promised !== null && content.destroyBy > promised ? 'promised-date' : null
}

/** A language may be added, and none may say something else. */
const sameText = (before: Record<string, string>, after: Record<string, string>): boolean =>
  Object.entries(before).every(([language, words]) => after[language] === words)
