import type { FastifyInstance } from 'fastify'
import * as z from 'zod/mini'
import { Slug } from '../../protocol/ids.ts'
import { FROM_PHONES, OVERVIEW_ROUTES } from '../../protocol/overview-routes.ts'
import { Refusal } from '../refusal.ts'
import { parameter, queried, serve } from '../serve.ts'
import type { Store } from '../store/store.ts'
import { sendTaggedJson } from '../tagged.ts'

/** What the overview draws, in the coordinators' room. */
export function overviewRoutes(room: FastifyInstance, { store }: { store: Store }): void {
  serve(room, OVERVIEW_ROUTES.received, async (_, request, reply) => {
    const campaign = parameter(request, 'campaign')
    const [petition, from] = [queried(request, 'petition'), queried(request, 'from')]
    for (const it of [petition, from])
      if (it !== null && !z.safeParse(Slug, it).success) throw new Refusal('not-this-shape')
    const phonesOnly = from === FROM_PHONES
    const received = await store.received(campaign, { petition, stand: phonesOnly ? null : from, phonesOnly })
    const all = (await store.campaigns()).find((it) => it.id === campaign)
    if (!all) throw new Refusal('unknown-campaign')
    return sendTaggedJson(request, reply, { ...received, envelopes: all.envelopes, counts: all.counts })
  })
}
