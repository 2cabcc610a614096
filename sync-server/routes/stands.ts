import type { FastifyInstance, FastifyRequest } from 'fastify'
import { keyIdOf } from '../../protocol/sealing-key.ts'
import { newEnrolCode } from '../../protocol/stand.ts'
import { STAND_ROUTES, type StandDevice, type StandView } from '../../protocol/stand-routes.ts'
import { note } from '../audit.ts'
import { orRefuse, Refusal } from '../refusal.ts'
import { secretHash } from '../secrets.ts'
import { parameter, serve } from '../serve.ts'
import type { StandRecord } from '../store/stand-store.ts'
import type { DeviceRecord, Store } from '../store/store.ts'

/** A card that is printed on Monday still enrols the tablet that is charged on Saturday. */
const CODE_DAYS = 7
const DAY_MS = 24 * 60 * 60 * 1000

interface StandRoutesOptions {
  store: Store
  now: () => number
}

/** Stands, in the coordinators' room. */
export function standRoutes(room: FastifyInstance, { store, now }: StandRoutesOptions): void {
  const viewOf = async (record: StandRecord): Promise<StandView> => view(record, await store.devices())

  serve(room, STAND_ROUTES.stands, async (_, request) => {
    const { campaign } = named(request)
    if (!(await store.campaign(campaign))) throw new Refusal('unknown-campaign')
    const devices = await store.devices()
    const stands = (await store.stands(campaign)).map((record) => view(record, devices))
    const groups = (await store.quarantine(campaign))?.groups ?? []
    const quarantined = groups.reduce((sum, { waiting }) => sum + waiting, 0)
    return { stands, strangers: devices.filter((it) => it.place === null).map(deviceView), quarantined }
  })

  serve(room, STAND_ROUTES.make, async (draft, request) => {
    const made = orRefuse(await store.makeStand(named(request).campaign, draft))
    note(request, { about: made.stand.id })
    request.log.info({ campaign: made.stand.campaign, stand: made.stand.id }, 'stand made')
    return viewOf(made)
  })

  serve(room, STAND_ROUTES.change, async ({ draft, closed }, request) => {
    const { campaign, stand } = named(request)
    return viewOf(orRefuse(await store.changeStand(campaign, stand, draft, closed)))
  })

  serve(room, STAND_ROUTES.newCode, async ({ tablets }, request) => {
    const { campaign, stand } = named(request)
    const root = (await store.campaign(campaign))?.root
    const id = root && (await keyIdOf(root))
    if (!id) throw new Refusal('unknown-stand')
    const code = newEnrolCode()
    const expiresAt = now() + CODE_DAYS * DAY_MS
    const record = orRefuse(await store.newCode(campaign, stand, { hash: secretHash(code), tablets, expiresAt }))
    request.log.info({ campaign, stand, tablets }, 'code made')
    return { code, root: id, view: await viewOf(record) }
  })

  serve(room, STAND_ROUTES.withdrawCode, async (_, request) => {
    const { campaign, stand } = named(request)
    return viewOf(orRefuse(await store.withdrawCode(campaign, stand)))
  })

  serve(room, STAND_ROUTES.revoke, async (_, request) => {
    const { campaign, stand } = named(request)
    const device = parameter(request, 'device')
    const record = await store.stand(campaign, stand)
    const there = record && view(record, await store.devices()).devices.some((it) => it.device === device)
    if (!there || !(await store.revokeDevice(device))) throw new Refusal('unknown-stand')
    request.log.info({ campaign, stand, device }, 'device revoked')
    return viewOf(record)
  })

  serve(room, STAND_ROUTES.trust, async ({ key }, request) => {
    const { campaign, stand } = named(request)
    const device = parameter(request, 'device')
    const { released } = orRefuse(await store.trustDevice(campaign, stand, { device, key }))
    request.log.info({ campaign, stand, device, released }, 'device trusted')
    const record = await store.stand(campaign, stand)
    if (!record) throw new Refusal('unknown-stand')
    return viewOf(record)
  })
}

const named = (request: FastifyRequest) => ({
  campaign: parameter(request, 'campaign'),
  stand: parameter(request, 'stand'),
})

const iso = (at: number) => new Date(at).toISOString()
const isoOrNull = (at: number | null) => (at === null ? null : iso(at))

function view({ stand, tablets, madeAt, closedAt, code }: StandRecord, devices: DeviceRecord[]): StandView {
  return {
    stand,
    tablets,
    madeAt: iso(madeAt),
    closedAt: isoOrNull(closedAt),
    code: code && { ...code, expiresAt: iso(code.expiresAt) },
    devices: devices
      .filter((it) => it.place?.campaign === stand.campaign && it.place.stand === stand.id)
      .map(deviceView)
      .sort((a, b) => (a.tablet ?? 0) - (b.tablet ?? 0)),
  }
}

function deviceView(record: DeviceRecord): StandDevice {
  const { device, key, place, enrolledAt, revokedAt, contact, accepted, quarantined, neverArrived, clonedSeq } = record
  return {
    device,
    key,
    tablet: place?.tablet ?? null,
    enrolledAt: isoOrNull(enrolledAt),
    revokedAt: isoOrNull(revokedAt),
    told: contact && {
      captured: contact.captured,
      waiting: contact.waiting,
      refused: contact.refused,
      withdrawn: contact.withdrawn,
      heardAt: iso(contact.heardAt),
      carrier: contact.carrier,
    },
    accepted,
    quarantined,
    neverArrived,
    clonedSeq,
  }
}
