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
    if (!(await store.campaign(campaign))) throw new Refusal('unknown-campaign')
    const [petition, from] = [queried(request, 'petition'), queried(request, 'from')]
    for (const it of [petition, from])
      if (it !== null && !z.safeParse(Slug, it).success) throw new Refusal('not-this-shape')
    const phonesOnly = from === FROM_PHONES
    const received = await store.received(campaign, { petition, stand: phonesOnly ? null : from, phonesOnly })
    return sendTaggedJson(request, reply, received)
  })
}
