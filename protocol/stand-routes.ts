import * as z from 'zod/mini'
import { KeyId, Slug, UtcTime, Uuid } from './ids.ts'
import { CalendarDate } from './petition.ts'
import { EVERYONE } from './roles.ts'
import { nothing, route } from './route.ts'
import { PublicKey } from './sealing-key.ts'
import { EnrolCode, Stand } from './stand.ts'

// The console's part of stands: what coordinators make, change, see and take back (design §4).

const count = z.int().check(z.gte(0))
const line = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max))
/** A date that the calendar has; 31 February is none. */
const RealDate = CalendarDate.check(
  z.refine((it) => {
    const at = new Date(`${it}T00:00:00Z`)
    return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(it)
  }),
)

export const MAX_STAND_NAME = 80
export const MAX_STAND_PLACE = 120
export const MAX_TABLETS = 50

/** How many tablets a code is for, or are expected at a stand. */
export const Tablets = z.int().check(z.gte(1), z.lte(MAX_TABLETS))

/** What a coordinator writes. `from` is not after `to`; `petitions` as many as an envelope may name. */
export const StandDraft = z
  .strictObject({
    name: line(MAX_STAND_NAME),
    place: line(MAX_STAND_PLACE),
    from: RealDate,
    to: RealDate,
    petitions: z.array(Slug).check(z.minLength(1), z.maxLength(20)),
    tablets: Tablets,
  })
  .check(
    z.refine(({ from, to }) => from <= to),
    z.refine(({ petitions }) => new Set(petitions).size === petitions.length),
  )

/** Both ends included. */
const Range = z.object({ first: z.int(), last: z.int() })

/** What a device last said of itself; `heardAt` is the server's clock. */
const Told = z.object({
  captured: count,
  waiting: count,
  refused: count,
  withdrawn: count,
  heardAt: UtcTime,
  /** Who brought that word from a hand-off file: a device's id, `console` or `unproven`; null: the device itself. */
  carrier: z.nullable(z.string()),
})

/** A tablet, or what says that it is one. */
export const StandDevice = z.object({
  device: Uuid,
  key: PublicKey,
  /** 1 for the stand's first; null where no stand has it. */
  tablet: z.nullable(z.int().check(z.gte(1))),
  /** Null: nobody enrolled it. */
  enrolledAt: z.nullable(UtcTime),
  revokedAt: z.nullable(UtcTime),
  /** Null: never heard. */
  told: z.nullable(Told),
  /** Envelopes of it that this server has ever taken, in quarantine or not. */
  accepted: count,
  /** Of these, in quarantine now: not counted. */
  quarantined: count,
  /** Numbers up to its last one that never came. */
  neverArrived: z.array(Range),
  /** A number that came with two different envelopes: two tablets work under one key. */
  clonedSeq: z.nullable(z.int()),
})

/** The code that is out. The code itself is known to no server: only its hash is kept. */
const CodeOut = z.object({ expiresAt: UtcTime, tablets: Tablets, used: count })

export const StandView = z.object({
  stand: Stand,
  /** How many are expected. */
  tablets: Tablets,
  madeAt: UtcTime,
  /** Null: it is not closed. A closed one has no code; what its tablets send is taken as before. */
  closedAt: z.nullable(UtcTime),
  code: z.nullable(CodeOut),
  /** By number. */
  devices: z.array(StandDevice),
})

/**
 * `strangers`: devices that no stand has and that were heard of; what they send waits in quarantine. `quarantined`: the campaign's envelopes
 * that wait there, those of phones included.
 */
export const Stands = z.object({ stands: z.array(StandView), strangers: z.array(StandDevice), quarantined: count })

/** `root` is the id of the campaign's root, for the link (`enrolFragment`). */
export const NewCode = z.object({ code: EnrolCode, root: KeyId, view: StandView })

const STAND = '/api/v1/console/campaigns/:campaign/stands/:stand'

export const STAND_ROUTES = {
  /** Read by all: who exports chooses by stand. Refused: `unknown-campaign`. */
  stands: route({
    method: 'GET',
    path: '/api/v1/console/campaigns/:campaign/stands',
    who: 'coordinator',
    roles: EVERYONE,
    body: nothing,
    answer: Stands,
  }),
  /**
   * The server makes the id from the name. The very same again, while that one is open, answers with it: the first answer may be
   * lost. Refused: `unknown-campaign`, `unknown-key` (the campaign has none yet), `unknown-petition`.
   */
  make: route({
    method: 'POST',
    path: '/api/v1/console/campaigns/:campaign/stands',
    who: 'coordinator',
    roles: ['editor'],
    audit: 'stand-made',
    body: StandDraft,
    answer: StandView,
  }),
  /** Closing takes the code back; opening again gives none. Refused: `unknown-stand`, `unknown-petition`. */
  change: route({
    method: 'PUT',
    path: STAND,
    who: 'coordinator',
    roles: ['editor'],
    audit: 'stand-changed',
    body: z.strictObject({ draft: StandDraft, closed: z.boolean() }),
    answer: StandView,
  }),
  /** The code before it is taken back. Refused: `unknown-stand`, also where it is closed. */
  newCode: route({
    method: 'POST',
    path: `${STAND}/code`,
    who: 'coordinator',
    roles: ['editor'],
    audit: 'code-made',
    body: z.strictObject({ tablets: Tablets }),
    answer: NewCode,
  }),
  /** Tablets that it enrolled stay. Refused: `unknown-stand`. */
  withdrawCode: route({
    method: 'DELETE',
    path: `${STAND}/code`,
    who: 'coordinator',
    roles: ['editor'],
    audit: 'code-withdrawn',
    body: nothing,
    answer: StandView,
  }),
  /** From now on what it sends waits in quarantine; for good. Refused: `unknown-stand`, also where it has no such tablet. */
  revoke: route({
    method: 'DELETE',
    path: `${STAND}/devices/:device`,
    who: 'coordinator',
    roles: ['editor'],
    audit: 'device-revoked',
    body: nothing,
    answer: StandView,
  }),
  /**
   * A device that a restored server forgot, or that came without a code, gets a number at the stand: what it sends is counted,
   * and what waited in quarantine too. Refused: `unknown-stand`, also where it was never heard under this key; `revoked-device`.
   */
  trust: route({
    method: 'PUT',
    path: `${STAND}/devices/:device`,
    who: 'coordinator',
    roles: ['editor'],
    audit: 'device-trusted',
    body: z.strictObject({ key: PublicKey }),
    answer: StandView,
  }),
} as const

export type StandDraft = z.infer<typeof StandDraft>
export type StandView = z.infer<typeof StandView>
export type StandDevice = z.infer<typeof StandDevice>
