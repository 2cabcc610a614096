import type { FastifyInstance } from 'fastify'
import { DUMP_ROUTES, MAX_DUMP_WITHDRAWN } from '../../protocol/sealed-dump.ts'
import { Refusal } from '../refusal.ts'
import { parameter, queried, serve } from '../serve.ts'
import type { Store } from '../store/store.ts'

/** What a sealed dump holds besides the envelopes, in the coordinators' room. */
export function dumpRoutes(room: FastifyInstance, { store }: { store: Store }): void {
  serve(room, DUMP_ROUTES.facts, async (_, request) => {
    const facts = await store.dumpFacts(parameter(request, 'campaign'))
    if (!facts) throw new Refusal('unknown-campaign')
    return facts
  })

  serve(room, DUMP_ROUTES.withdrawals, async (_, request) => {
    const campaign = parameter(request, 'campaign')
    if (!(await store.campaign(campaign))) throw new Refusal('unknown-campaign')
    const page = await store.withdrawals(campaign, queried(request, 'after'), MAX_DUMP_WITHDRAWN)
    if (!page) throw new Refusal('not-this-shape')
    return page
  })
}
