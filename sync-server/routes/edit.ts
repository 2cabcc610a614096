import type { FastifyInstance } from 'fastify'
import type { CampaignContent } from '../../protocol/campaign.ts'
import { contentProblems, keepsFromSaving, MAX_CONTENT_BYTES } from '../../protocol/content-rules.ts'
import { type Desk, EDIT_ROUTES, setsRetention } from '../../protocol/edit-routes.ts'
import { note } from '../audit.ts'
import { acceptJson } from '../json-body.ts'
import { orRefuse, Refusal } from '../refusal.ts'
import { parameter, serve } from '../serve.ts'
import type { Sessions } from '../sessions.ts'
import type { Author } from '../store/edit-store.ts'
import type { Store } from '../store/store.ts'

/** A draft travels with its revision around it. */
const LIMIT = MAX_CONTENT_BYTES + 1024

/** Writing and publishing campaigns, in the coordinators' room. */
export async function editRoutes(
  room: FastifyInstance,
  { store, sessions }: { store: Store; sessions: Sessions },
): Promise<void> {
  acceptJson(room, LIMIT)
  const nameOf = async (request: Parameters<Sessions['current']>[0]) => (await sessions.current(request)).name
  const authorOf = async (request: Parameters<Sessions['current']>[0]): Promise<Author> => {
    const { name, role } = await sessions.current(request)
    return { name, setsDates: setsRetention(role) }
  }
  const deskOf = async (campaign: string): Promise<Desk> => orRefuse(await store.desk(campaign))

  serve(room, EDIT_ROUTES.make, async ({ content }, request) => {
    if (content.sample) throw new Refusal('not-this-shape')
    refuseBeyondLimits(content)
    note(request, { about: content.id })
    const desk = orRefuse(await store.makeCampaign(content, await nameOf(request)))
    request.log.info({ campaign: content.id }, 'campaign made')
    return desk
  })

  serve(room, EDIT_ROUTES.desk, async (_, request) => deskOf(parameter(request, 'campaign')))

  serve(room, EDIT_ROUTES.save, async ({ revision, content }, request) => {
    const campaign = parameter(request, 'campaign')
    const { draft } = await deskOf(campaign)
    // Its address and whether it is a sample are no matter of words.
    if (content.id !== campaign || content.sample !== draft.content.sample) throw new Refusal('not-this-shape')
    refuseBeyondLimits(content)
    return orRefuse(await store.saveDraft(campaign, revision, content, await authorOf(request)))
  })

  serve(room, EDIT_ROUTES.publish, async ({ revision }, request) => {
    const campaign = parameter(request, 'campaign')
    const { draft } = await deskOf(campaign)
    if (revision === draft.revision) refuseUnfinished(draft.content)
    const desk = orRefuse(await store.publishDraft(campaign, revision, await authorOf(request)))
    request.log.info({ campaign, version: desk.versions[0]?.version }, 'published')
    return desk
  })

  serve(room, EDIT_ROUTES.version, async (_, request) => {
    const content = await store.version(parameter(request, 'campaign'), versionOf(parameter(request, 'version')))
    if (!content) throw new Refusal('unknown-campaign')
    return content
  })

  serve(room, EDIT_ROUTES.again, async ({ newest }, request) => {
    const campaign = parameter(request, 'campaign')
    const version = versionOf(parameter(request, 'version'))
    const desk = orRefuse(await store.publishAgain(campaign, version, newest, await authorOf(request)))
    request.log.info({ campaign, version }, 'published again')
    return desk
  })

  serve(room, EDIT_ROUTES.discard, async (_, request) => {
    const campaign = parameter(request, 'campaign')
    orRefuse(await store.discardCampaign(campaign), 'discarded')
    request.log.info({ campaign }, 'campaign discarded')
    return undefined
  })

  serve(room, EDIT_ROUTES.show, async ({ campaign }, request) => {
    note(request, { about: campaign })
    orRefuse(await store.showCampaign(campaign), 'shown')
    request.log.info({ campaign }, 'campaign shown')
    return undefined
  })
}

const versionOf = (text: string): number => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0)

function refuseBeyondLimits(content: CampaignContent): void {
  if (contentProblems(content).some(keepsFromSaving)) throw new Refusal('not-publishable')
}

/** Whatever a draft may still be, and what everyone reads may not. */
function refuseUnfinished(content: CampaignContent): void {
  const problems = contentProblems(content)
  if (problems.some((it) => it.why === 'contrast')) throw new Refusal('low-contrast')
  if (problems.length > 0) throw new Refusal('not-publishable')
}
