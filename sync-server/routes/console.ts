import type { FastifyInstance } from 'fastify'
import type { CampaignContent } from '../../protocol/campaign.ts'
import { CONSOLE_ROUTES } from '../../protocol/console-routes.ts'
import { mayCall } from '../../protocol/roles.ts'
import { verifySealingKey } from '../../protocol/sealing-key.ts'
import { auditRoom, note } from '../audit.ts'
import { publicKeyObject } from '../device-signature.ts'
import { ownOriginOnly } from '../own-origin.ts'
import { Refusal } from '../refusal.ts'
import { parameter, routeOf, serve } from '../serve.ts'
import { callerOf, type Sessions } from '../sessions.ts'
import type { Store } from '../store/store.ts'
import { viewOf } from '../who.ts'
import { accountRoutes } from './account.ts'
import { doorRoutes } from './door.ts'
import { dumpRoutes } from './dump.ts'
import { editRoutes } from './edit.ts'
import { endingRoutes } from './ending.ts'
import { envelopeRoutes } from './envelopes.ts'
import { handOffRoutes } from './hand-offs.ts'
import { overviewRoutes } from './overview.ts'
import { pictureRoutes } from './pictures.ts'
import { quarantineRoutes } from './quarantine.ts'
import { reviewRoutes } from './review.ts'
import { standRoutes } from './stands.ts'
import { teamRoutes } from './team.ts'

export interface ConsoleOptions {
  store: Store
  sessions: Sessions
  origin: () => string
  now: () => number
  readSamples: () => Promise<CampaignContent[]>
}

/** The console: a door for those who have no session yet, and behind it the coordinators' room. */
export async function consoleRoutes(app: FastifyInstance, options: ConsoleOptions): Promise<void> {
  app.addHook('onRequest', ownOriginOnly(options.origin))
  app.addHook('onRequest', async (_, reply) => void reply.header('cache-control', 'no-store'))
  doorRoutes(app, options)
  await app.register(async (room) => {
    room.addHook('onRequest', async (request) => {
      const { role, enrolled } = await options.sessions.current(request)
      const route = routeOf(request)
      if (!mayCall(role, route)) throw new Refusal('not-allowed')
      if (!enrolled && !route.beforeEnrolling && (await options.store.secondFactorRequired()))
        throw new Refusal('enrol-first')
    })
    auditRoom(room, options.store)
    roomRoutes(room, options)
    envelopeRoutes(room, options)
    reviewRoutes(room, options)
    standRoutes(room, options)
    teamRoutes(room, options)
    accountRoutes(room, options)
    quarantineRoutes(room, options)
    overviewRoutes(room, options)
    await room.register(editRoutes, options)
    dumpRoutes(room, options)
    pictureRoutes(room, options)
    handOffRoutes(room)
    await room.register(endingRoutes, options)
  })
}

function roomRoutes(room: FastifyInstance, { store, sessions, readSamples }: ConsoleOptions): void {
  serve(room, CONSOLE_ROUTES.session, async (_, request) => viewOf(store, callerOf(request)))

  serve(room, CONSOLE_ROUTES.logout, async (_, request, reply) => void (await sessions.end(request, reply)))

  serve(room, CONSOLE_ROUTES.campaigns, async () => store.campaigns())

  serve(room, CONSOLE_ROUTES.publishKey, async ({ root, sealingKey }, request) => {
    const campaign = parameter(request, 'campaign')
    if (!(await store.campaign(campaign))) throw new Refusal('unknown-campaign')
    // A key that no phone can seal to would close the petition without anybody noticing here.
    if (!publicKeyObject(sealingKey.publicKey)) throw new Refusal('not-this-shape')
    if (sealingKey.campaign !== campaign || !(await verifySealingKey(sealingKey, root)))
      throw new Refusal('not-signed-by-root')
    const published = await store.publishKey(root, sealingKey)
    if (published !== 'published') throw new Refusal(published)
    note(request, { about: sealingKey.id })
    request.log.info({ campaign, key: sealingKey.id, serial: sealingKey.serial }, 'key published')
    const summary = (await store.campaigns()).find(({ id }) => id === campaign)
    if (!summary) throw new Refusal('unknown-campaign')
    return summary
  })

  serve(room, CONSOLE_ROUTES.removeSample, async (_, request) => {
    const removed = await store.removeSample(parameter(request, 'campaign'))
    if (removed !== 'removed') throw new Refusal(removed)
    return undefined
  })

  serve(room, CONSOLE_ROUTES.restoreSample, async () => {
    await store.restoreSamples(await readSamples())
    return store.campaigns()
  })
}
