import type { FastifyInstance } from 'fastify'
import { QUARANTINE_ROUTES } from '../../protocol/quarantine-routes.ts'
import { note } from '../audit.ts'
import { Refusal } from '../refusal.ts'
import { parameter, serve } from '../serve.ts'
import type { Store } from '../store/store.ts'

/** What waits in quarantine, in the coordinators' room. */
export function quarantineRoutes(room: FastifyInstance, { store }: { store: Store }): void {
  const quarantineOf = async (campaign: string) => {
    const quarantine = await store.quarantine(campaign)
    if (!quarantine) throw new Refusal('unknown-campaign')
    return quarantine
  }

  serve(room, QUARANTINE_ROUTES.quarantine, async (_, request) => quarantineOf(parameter(request, 'campaign')))

  serve(room, QUARANTINE_ROUTES.decide, async ({ sender, act }, request) => {
    const campaign = parameter(request, 'campaign')
    const record = await store.campaign(campaign)
    if (!record) throw new Refusal('unknown-campaign')
    if (record.destroyed) throw new Refusal('destroyed')
    const moved = await store.decideHeld(campaign, sender, act)
    note(request, { count: moved, about: act })
    request.log.info({ campaign, act, moved }, 'quarantine decided')
    return { moved, quarantine: await quarantineOf(campaign) }
  })
}
