import type { Kysely } from 'kysely'
import type { DumpFacts, DumpWithdrawn } from '../../protocol/sealed-dump.ts'
import { readCampaign } from './campaigns.ts'
import type { DumpStore } from './dump-store.ts'
import type { Tables } from './schema.ts'

export const dumpVerbs = (db: Kysely<Tables>): DumpStore => ({
  dumpFacts: (campaign) => readFacts(db, campaign),
  withdrawals: (campaign, after, size) => readWithdrawals(db, campaign, after, size),
})

async function readFacts(db: Kysely<Tables>, campaign: string): Promise<DumpFacts | null> {
  const record = await readCampaign(db, campaign)
  if (!record) return null
  const texts = await db
    .selectFrom('consent_text')
    .select(['id', 'purpose', 'text'])
    .where('campaign', '=', campaign)
    .orderBy('id')
    .execute()
  const consentTexts = texts.map(({ id, purpose, text }) => ({ id, purpose, text: JSON.parse(text) }))
  const stands = await db
    .selectFrom('stand')
    .select(['id', 'name'])
    .where('campaign', '=', campaign)
    .orderBy('id')
    .execute()
  return { campaign: record.content, root: record.root, keys: record.keys, consentTexts, stands }
}

/** Both lists go on together, each after its own last one. */
async function readWithdrawals(
  db: Kysely<Tables>,
  campaign: string,
  after: string | null,
  size: number,
): Promise<(DumpWithdrawn & { next: string | null }) | null> {
  const last = /^([\w-]*)\.([\da-f-]*)$/.exec(after ?? '.')
  if (!last) return null
  const [, lastTag = '', lastId = ''] = last
  const tags = await db
    .selectFrom('tombstone')
    .select('withdraw_tag')
    .where('campaign', '=', campaign)
    .where('withdraw_tag', '>', lastTag)
    .orderBy('withdraw_tag')
    .limit(size)
    .execute()
  const ids = await db
    .selectFrom('withdrawn_envelope')
    .select('id')
    .where('campaign', '=', campaign)
    .where('id', '>', lastId)
    .orderBy('id')
    .limit(size)
    .execute()
  const full = tags.length === size || ids.length === size
  return {
    tags: tags.map((it) => it.withdraw_tag),
    envelopes: ids.map((it) => it.id),
    next: full ? `${tags.at(-1)?.withdraw_tag ?? lastTag}.${ids.at(-1)?.id ?? lastId}` : null,
  }
}
