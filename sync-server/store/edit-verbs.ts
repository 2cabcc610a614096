import type { Kysely, Transaction } from 'kysely'
import type { CampaignContent } from '../../protocol/campaign.ts'
import type { Desk } from '../../protocol/edit-routes.ts'
import type { Reason } from '../../protocol/reasons.ts'
import type { EditStore } from './edit-store.ts'
import { readCards } from './pictures.ts'
import * as publishing from './publishing.ts'
import type { RecordCache } from './record-cache.ts'
import type { Tables } from './schema.ts'
import type { Writer } from './writer.ts'

export interface EditPorts {
  db: Kysely<Tables>
  writer: Writer
  now: () => number
  records: RecordCache
}

type Trx = Transaction<Tables>

export function editVerbs({ db, writer, now, records }: EditPorts): EditStore {
  /** One transaction over a campaign that is there; its answer is the desk as it is then, or a refusal that changed nothing. */
  const change = (campaign: string, work: (trx: Trx, row: publishing.CampaignRow) => Promise<Reason | null>) =>
    records.changedBy(
      writer.write(async (trx): Promise<Reason | Desk> => {
        const row = await publishing.readRow(trx, campaign)
        if (!row) return 'unknown-campaign'
        return (await work(trx, row)) ?? readDesk(trx, campaign)
      }),
    )

  const publish = async (trx: Trx, row: publishing.CampaignRow, content: CampaignContent, by: string) => {
    if (row.live && JSON.stringify(content) === row.content) return null
    const reason = await publishing.objection(trx, row, content)
    if (reason) return reason
    await publishing.putVersion(trx, row, { content, by, again: null, now: now() })
    return null
  }

  return {
    desk: (campaign) => readDesk(db, campaign),
    makeCampaign: (content, by) =>
      records.changedBy(
        writer.write(async (trx) => {
          const row = {
            id: content.id,
            content: JSON.stringify(content),
            sample: 0 as const,
            root: null,
            live: 0 as const,
          }
          const made = await trx
            .insertInto('campaign')
            .values({ ...row, added_at: now() })
            .onConflict((o) => o.doNothing())
            .returning('id')
            .execute()
          if (made.length === 0) {
            const there = await publishing.readRow(trx, content.id)
            return there && !there.live && there.content === row.content ? readDesk(trx, content.id) : 'id-taken'
          }
          await putDraft(trx, content.id, row.content, 1, by, now())
          return readDesk(trx, content.id)
        }),
      ),
    saveDraft: (campaign, revision, content, by) =>
      change(campaign, async (trx, row) => {
        const draft = await readDraft(trx, row)
        const text = JSON.stringify(content)
        // The answer to the first try may have been lost on its way.
        if (text === draft.content) return null
        if (revision !== draft.revision) return 'newer-draft'
        if (!by.setsDates && !sameDates(content, draft.content)) return 'not-allowed'
        await putDraft(trx, campaign, text, revision + 1, by.name, now())
        return null
      }),
    publishDraft: (campaign, revision, by) =>
      change(campaign, async (trx, row) => {
        const draft = await readDraft(trx, row)
        if (revision !== draft.revision) return 'newer-draft'
        const content: CampaignContent = JSON.parse(draft.content)
        // A first publication changes no date: nobody was told of another.
        if (row.live && !by.setsDates && !sameDates(content, row.content)) return 'not-allowed'
        return publish(trx, row, content, by.name)
      }),
    async version(campaign, version) {
      const text = await publishing.readVersion(db, campaign, version)
      return text === null ? null : JSON.parse(text)
    },
    publishAgain: (campaign, version, newest, by) =>
      change(campaign, async (trx, row) => {
        if (row.destroyed_at !== null) return 'destroyed'
        const shown = await publishing.shownVersion(trx, row)
        if (shown !== newest) return 'newer-draft'
        // What everyone reads may be no version yet; whatever is refused does not make it one.
        const text = version === shown ? row.content : await publishing.readVersion(trx, campaign, version)
        if (text === null) return 'unknown-campaign'
        if (text === row.content) return null
        const content: CampaignContent = { ...JSON.parse(text), destroyBy: promised(row, JSON.parse(text)) }
        if (!by.setsDates && !sameDates(content, row.content)) return 'not-allowed'
        await publishing.putVersion(trx, row, { content, by: by.name, again: version, now: now() })
        return null
      }),
    changePetition: (campaign, petition, newest, changeOne, by) =>
      change(campaign, async (trx, row) => {
        if (!row.live) return 'unknown-petition'
        if ((await publishing.shownVersion(trx, row)) !== newest) return 'newer-draft'
        const before: CampaignContent = JSON.parse(row.content)
        if (!before.petitions.some((it) => it.id === petition && it.state !== 'draft')) return 'unknown-petition'
        const changed = (content: CampaignContent): CampaignContent => ({
          ...content,
          petitions: content.petitions.map((it) => (it.id === petition ? changeOne(it) : it)),
        })
        const draft = await readDraft(trx, row)
        const reason = await publish(trx, row, changed(before), by)
        if (reason || draft.revision === 0) return reason
        const text = JSON.stringify(changed(JSON.parse(draft.content)))
        await putDraft(trx, campaign, text, draft.revision + 1, by, now())
        return null
      }),
    discardCampaign: (campaign) =>
      records.changedBy(
        writer.write(async (trx) => {
          const row = await publishing.readRow(trx, campaign)
          if (!row) return 'unknown-campaign'
          if (row.live) return 'not-allowed'
          await trx.deleteFrom('campaign').where('id', '=', campaign).execute()
          return 'discarded'
        }),
      ),
    showCampaign: (campaign) =>
      records.changedBy(
        writer.write(async (trx) => {
          const row = await publishing.readRow(trx, campaign)
          if (!row?.live) return 'unknown-campaign'
          await trx.updateTable('campaign').set({ shown: 0 }).where('id', '!=', campaign).execute()
          await trx.updateTable('campaign').set({ shown: 1 }).where('id', '=', campaign).execute()
          return 'shown'
        }),
      ),
  }
}

/** Whether a campaign takes signatures and keeps them as long as this stored content says. */
const sameDates = ({ closes, destroyBy }: CampaignContent, stored: string): boolean => {
  const before = JSON.parse(stored) as CampaignContent
  return before.closes === closes && before.destroyBy === destroyBy
}

/** What an older version said of the day of destruction does not take back what was promised since. */
const promised = (row: publishing.CampaignRow, older: CampaignContent): string => {
  const { destroyBy } = JSON.parse(row.content) as CampaignContent
  return row.envelopes > 0 && destroyBy < older.destroyBy ? destroyBy : older.destroyBy
}

interface DraftRow {
  content: string
  revision: number
  saved_at: number | null
  saved_by: string | null
}

/** Where nobody wrote one, the draft is what is published. */
async function readDraft(db: Kysely<Tables>, row: publishing.CampaignRow): Promise<DraftRow> {
  const draft = await db.selectFrom('campaign_draft').selectAll().where('campaign', '=', row.id).executeTakeFirst()
  return draft ?? { content: row.content, revision: 0, saved_at: null, saved_by: null }
}

async function putDraft(
  trx: Trx,
  campaign: string,
  content: string,
  revision: number,
  by: string,
  now: number,
): Promise<void> {
  const draft = { content, revision, saved_at: now, saved_by: by }
  await trx
    .insertInto('campaign_draft')
    .values({ campaign, ...draft })
    .onConflict((o) => o.column('campaign').doUpdateSet(draft))
    .execute()
  // Before anything is published, lists of campaigns name it by its draft.
  await trx.updateTable('campaign').set({ content }).where('id', '=', campaign).where('live', '=', 0).execute()
}

/** How many versions the editor lists. */
const VERSIONS_LISTED = 100

async function readDesk(db: Kysely<Tables>, campaign: string): Promise<Reason | Desk> {
  const row = await publishing.readRow(db, campaign)
  if (!row) return 'unknown-campaign'
  const draft = await readDraft(db, row)
  const versions = await db
    .selectFrom('campaign_version')
    .select(['version', 'published_at', 'published_by', 'again', 'content'])
    .where('campaign', '=', campaign)
    .orderBy('version', 'desc')
    .limit(VERSIONS_LISTED)
    .execute()
  const listed = versions.map((it) => ({
    version: it.version,
    publishedAt: new Date(it.published_at).toISOString(),
    publishedBy: it.published_by,
    again: it.again,
  }))
  // What came without a version will be one as soon as another is published.
  if (row.live && versions[0]?.content !== row.content)
    listed.unshift({
      version: (versions[0]?.version ?? 0) + 1,
      publishedAt: new Date(row.added_at).toISOString(),
      publishedBy: null,
      again: null,
    })
  return {
    draft: {
      content: JSON.parse(draft.content),
      revision: draft.revision,
      savedAt: draft.saved_at === null ? null : new Date(draft.saved_at).toISOString(),
      savedBy: draft.saved_by,
    },
    published: row.live ? JSON.parse(row.content) : null,
    versions: listed,
    texts: await publishing.knownTexts(db, row),
    known: await publishing.knownPetitions(db, row),
    cards: await readCards(db, campaign),
    envelopes: row.envelopes,
  }
}
