import type { FastifyInstance } from 'fastify'
import type { CampaignContent } from '../../protocol/campaign.ts'
import { CONSOLE_ROUTES } from '../../protocol/console-routes.ts'
import { mayCall } from '../../protocol/roles.ts'
import { verifySealingKey } from '../../protocol/sealing-key.ts'
import { auditRoom, note } from '../audit.ts'
import { publicKeyObject } from '../device-signature.ts'
import { LoginPace } from '../login-pace.ts'
import { ownOriginOnly } from '../own-origin.ts'
import { hashPassword, longEnough, passwordMatches } from '../password.ts'
import { Refusal } from '../refusal.ts'
import { secretHash } from '../secrets.ts'
import { parameter, routeOf, serve } from '../serve.ts'
import { callerOf, type Sessions } from '../sessions.ts'
import type { Store } from '../store/store.ts'
import { dumpRoutes } from './dump.ts'
import { editRoutes } from './edit.ts'
import { envelopeRoutes } from './envelopes.ts'
import { overviewRoutes } from './overview.ts'
import { reviewRoutes } from './review.ts'
import { standRoutes } from './stands.ts'

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
      const { role } = await options.sessions.current(request)
      if (!mayCall(role, routeOf(request))) throw new Refusal('not-allowed')
    })
    auditRoom(room, options.store)
    roomRoutes(room, options)
    envelopeRoutes(room, options)
    reviewRoutes(room, options)
    standRoutes(room, options)
    overviewRoutes(room, options)
    await room.register(editRoutes, options)
    dumpRoutes(room, options)
  })
}

function doorRoutes(app: FastifyInstance, { store, sessions, now }: ConsoleOptions): void {
  const pace = new LoginPace(now)

  serve(app, CONSOLE_ROUTES.setup, async ({ token, name, password }, request, reply) => {
    const tokenHash = secretHash(token)
    if (!(await store.offer(tokenHash))) throw new Refusal('used-link')
    if (!longEnough(password)) throw new Refusal('weak-password')
    const made = await store.accept(tokenHash, { name, passwordHash: await hashPassword(password) })
    if (typeof made === 'string') throw new Refusal(made)
    await sessions.start(made.name, request, reply)
    await store.audit({ who: made.name, what: 'set-up' })
    request.log.info('set up')
    return { name: made.name, role: made.role }
  })

  serve(app, CONSOLE_ROUTES.login, async ({ name, password }, request, reply) => {
    const wait = pace.knock(name, request.ip)
    if (wait > 0) throw new Refusal('too-many', { retryAfterSeconds: wait / 1000 })
    const coordinator = await store.coordinator(name)
    const right = await passwordMatches(coordinator?.passwordHash ?? null, password)
    if (!coordinator || !right) throw new Refusal('wrong-login')
    pace.welcome(name, request.ip)
    await sessions.start(coordinator.name, request, reply)
    await store.audit({ who: coordinator.name, what: 'logged-in' })
    return { name: coordinator.name, role: coordinator.role }
  })
}

function roomRoutes(room: FastifyInstance, { store, sessions, readSamples }: ConsoleOptions): void {
  serve(room, CONSOLE_ROUTES.session, async (_, request) => {
    const { name, role } = callerOf(request)
    return { name, role }
  })

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
