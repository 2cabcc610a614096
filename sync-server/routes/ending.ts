import type { FastifyInstance, FastifyRequest } from 'fastify'
import { contentProblems } from '../../protocol/content-rules.ts'
import { ENDING_ROUTES, type Ending } from '../../protocol/ending-routes.ts'
import { note } from '../audit.ts'
import { acceptJson } from '../json-body.ts'
import { orRefuse, Refusal } from '../refusal.ts'
import { parameter, serve } from '../serve.ts'
import type { Sessions } from '../sessions.ts'
import type { Store } from '../store/store.ts'

interface EndingOptions {
  store: Store
  sessions: Sessions
  now: () => number
}

const FRESH = { petitions: null, from: null, to: null, fresh: true }

const iso = (at: number): string => new Date(at).toISOString()

/** Delivery, closing and destruction, in the coordinators' room. */
export async function endingRoutes(room: FastifyInstance, { store, sessions, now }: EndingOptions): Promise<void> {
  acceptJson(room)
  const campaignOf = (request: FastifyRequest) => parameter(request, 'campaign')
  const nameOf = async (request: FastifyRequest) => (await sessions.current(request)).name

  async function endingOf(campaign: string): Promise<Ending> {
    const record = await store.campaign(campaign)
    if (!record) throw new Refusal('unknown-campaign')
    const desk = orRefuse(await store.desk(campaign))
    const counts = await store.counts(record)
    const first = await store.destruction(campaign)
    return {
      newest: desk.versions[0]?.version ?? 0,
      now: iso(now()),
      closes: record.content.closes,
      destroyBy: record.content.destroyBy,
      envelopes: desk.envelopes,
      unconfirmed: (await store.countEnvelopes(campaign, FRESH)).count,
      petitions: record.published.petitions.map(({ id, state, person, title, addressee, delivered }) => ({
        ...{ id, state, person, title, addressee },
        signatures: counts[id] ?? 0,
        delivered: delivered ?? null,
      })),
      destruction: first && {
        first: { at: iso(first.at), by: first.by },
        readyAt: iso(first.readyAt),
        ready: first.ready,
      },
      certificate: await store.certificate(campaign),
    }
  }

  serve(room, ENDING_ROUTES.ending, async (_, request) => endingOf(campaignOf(request)))

  serve(room, ENDING_ROUTES.mark, async ({ newest, state, delivered, update }, request) => {
    const campaign = campaignOf(request)
    const petition = parameter(request, 'petition')
    const record = await store.campaign(campaign)
    const before = record?.published.petitions.find((it) => it.id === petition)
    if (!record || !before) throw new Refusal(record ? 'unknown-petition' : 'unknown-campaign')
    const change = (it: typeof before): typeof before => ({
      ...it,
      state,
      ...(delivered && { delivered }),
      updates: update ? [update, ...it.updates] : it.updates,
    })
    const after = change(before)
    const content = { ...record.content, petitions: [after] }
    const wrong = contentProblems(content).some((it) => it.path.startsWith(`petitions/${petition}/`))
    if (wrong || (state === 'delivered' && !after.delivered)) throw new Refusal('not-publishable')
    orRefuse(await store.changePetition(campaign, petition, newest, change, await nameOf(request)))
    note(request, { about: `${petition} ${state}` })
    request.log.info({ campaign, petition, state }, 'petition marked')
    return endingOf(campaign)
  })

  serve(room, ENDING_ROUTES.tick, async (_, request) => {
    orRefuse(await store.tickDestruction(campaignOf(request), await nameOf(request)))
    request.log.info({ campaign: campaignOf(request) }, 'destruction ticked')
    return endingOf(campaignOf(request))
  })

  serve(room, ENDING_ROUTES.destroy, async (_, request) => {
    const { envelopes } = orRefuse(await store.destroyCampaign(campaignOf(request), await nameOf(request)))
    note(request, { count: envelopes })
    request.log.info({ campaign: campaignOf(request), envelopes }, 'destroyed')
    return endingOf(campaignOf(request))
  })

  serve(room, ENDING_ROUTES.cancel, async (_, request) => {
    if (!(await store.campaign(campaignOf(request)))) throw new Refusal('unknown-campaign')
    await store.cancelDestruction(campaignOf(request))
    request.log.info({ campaign: campaignOf(request) }, 'destruction taken back')
    return endingOf(campaignOf(request))
  })
}
