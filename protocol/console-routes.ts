import * as z from 'zod/mini'
import { Counts } from './campaign.ts'
import { Envelope } from './envelope.ts'
import { Slug, UtcTime, Uuid } from './ids.ts'
import { LocalText } from './local-text.ts'
import { CalendarDate, PetitionState } from './petition.ts'
import { EVERYONE, ROLES } from './roles.ts'
import { nothing, route } from './route.ts'
import { PublicKey, SignedSealingKey } from './sealing-key.ts'

// The routes that only the console calls, those of its door included.

const count = z.int().check(z.gte(0))

/** Names as coordinators log in with them. */
export const CoordinatorName = z.string().check(z.trim(), z.minLength(1), z.maxLength(60))

/** No composition rules; long enough is what helps (NIST SP 800-63B §3.1.1). */
export const MIN_PASSWORD = 12
const Password = z.string().check(z.maxLength(512))

/** `secondFactor`: they have one. `mustEnrol`: nothing else is open to them before they do. */
export const Coordinator = z.object({
  name: z.string(),
  role: z.enum(ROLES),
  secondFactor: z.boolean(),
  mustEnrol: z.boolean(),
})

/** What a link is for. `first`: the server has nobody yet · `new`: a colleague · `again`: who lost the way in, by their name. */
export const Offer = z.object({
  kind: z.enum(['first', 'new', 'again']),
  role: z.enum(ROLES),
  name: z.nullable(z.string()),
})

export type Coordinator = z.infer<typeof Coordinator>
export type Offer = z.infer<typeof Offer>

export const CampaignSummary = z.object({
  id: Slug,
  name: LocalText,
  sample: z.boolean(),
  root: z.nullable(PublicKey),
  sealingKey: z.nullable(SignedSealingKey),
  /** Envelopes held. */
  envelopes: count,
  /** Signatures received by petition. */
  counts: Counts,
  petitions: z.array(z.object({ id: Slug, state: PetitionState, title: LocalText, goal: z.optional(count) })),
  /** Published, so that anyone can read it. */
  live: z.boolean(),
  /** `/` shows it, and `/p/<case>` its cases. Of campaigns that are not shown no page can be read. */
  shown: z.boolean(),
  /** It is shown, or would be if it were published now. */
  leads: z.boolean(),
  /** Its draft says something else than what is published. */
  changed: z.boolean(),
  closes: CalendarDate,
  destroyBy: CalendarDate,
  destroyed: z.boolean(),
})

/**
 * A sealed envelope as the server holds it. `receivedAt` is the server's clock, ISO 8601 in UTC. `batch` is the id of the batch that
 * brought it first, for an export's manifest; absent where it came before that was kept. `aside`: not of the part that was asked for (its
 * dates, or what is new), and opened all the same: whether a signature is a duplicate is only known beside all others of its petition.
 */
export const ReceivedEnvelope = z.object({
  receivedAt: UtcTime,
  late: z.boolean(),
  batch: z.optional(Uuid),
  aside: z.optional(z.literal(true)),
  envelope: Envelope,
})

/**
 * `next` is the cursor of the following page (`?after=`), null at the end. With `?count=1` no items but how many there are: `count` of the part
 * that was asked for, `aside` beside it.
 */
export const EnvelopePage = z.object({
  items: z.array(ReceivedEnvelope),
  next: z.nullable(z.string()),
  count: z.optional(count),
  aside: z.optional(count),
})

export const CONSOLE_ROUTES = {
  /** What a link is for; it does not use it up. Refused: `used-link`. */
  offer: route({
    method: 'POST',
    path: '/api/v1/console/setup/offer',
    who: 'anyone',
    body: z.strictObject({ token: z.string().check(z.maxLength(100)) }),
    answer: Offer,
  }),
  /**
   * The link's token is used up by the first password that is good enough; the answer logs in. Who gets in again keeps their name.
   * Refused: `used-link`, `weak-password`, `name-taken`.
   */
  setup: route({
    method: 'POST',
    path: '/api/v1/console/setup',
    who: 'anyone',
    audit: 'set-up',
    body: z.strictObject({ token: z.string().check(z.maxLength(100)), name: CoordinatorName, password: Password }),
    answer: Coordinator,
  }),
  /**
   * `code`: of the authenticator app, or a recovery code. Refused: `wrong-login`, `code-needed` (the password is right), `wrong-code`.
   */
  login: route({
    method: 'POST',
    path: '/api/v1/console/session',
    who: 'anyone',
    audit: 'logged-in',
    body: z.strictObject({
      name: CoordinatorName,
      password: Password,
      code: z.optional(z.string().check(z.maxLength(40))),
    }),
    answer: Coordinator,
  }),
  session: route({
    method: 'GET',
    path: '/api/v1/console/session',
    who: 'coordinator',
    roles: EVERYONE,
    beforeEnrolling: true,
    body: nothing,
    answer: Coordinator,
  }),
  logout: route({
    method: 'DELETE',
    path: '/api/v1/console/session',
    who: 'coordinator',
    roles: EVERYONE,
    audit: 'logged-out',
    beforeEnrolling: true,
    body: nothing,
    answer: nothing,
  }),
  campaigns: route({
    method: 'GET',
    path: '/api/v1/console/campaigns',
    who: 'coordinator',
    roles: EVERYONE,
    body: nothing,
    answer: z.array(CampaignSummary),
  }),
  /** A campaign's root is published once and for all; a sealing key must be signed by it, with a higher serial. */
  publishKey: route({
    method: 'PUT',
    path: '/api/v1/console/campaigns/:campaign/key',
    who: 'coordinator',
    roles: ['admin'],
    audit: 'key-published',
    body: z.strictObject({ root: PublicKey, sealingKey: SignedSealingKey }),
    answer: CampaignSummary,
  }),
  /**
   * `?after=` takes the cursor of the page before, which its answer's head names as well: `Link: <?…&after=CURSOR>; rel="next"` (RFC 8288), so
   * that the next page can be asked for while this one is still on its way. What the server can choose by, on each page the same: `petitions` (ids with commas
   * between), `from` and `to` (when they were received, UTC, both included), `fresh=1` (no confirmed export holds it). With
   * `count=1` it answers no items, but how many there are. `for=copy` says that a sealed copy is saved of them.
   */
  envelopes: route({
    method: 'GET',
    path: '/api/v1/console/campaigns/:campaign/envelopes',
    who: 'coordinator',
    roles: ['admin', 'exporter'],
    audit: 'opening-begun',
    body: nothing,
    answer: EnvelopePage,
  }),
  /** Only a sample, and only while it holds no envelope. */
  removeSample: route({
    method: 'DELETE',
    path: '/api/v1/console/campaigns/:campaign',
    who: 'coordinator',
    roles: ['editor'],
    audit: 'sample-removed',
    body: nothing,
    answer: nothing,
  }),
  /** Puts the sample back. */
  restoreSample: route({
    method: 'POST',
    path: '/api/v1/console/sample',
    who: 'coordinator',
    roles: ['editor'],
    audit: 'sample-restored',
    body: nothing,
    answer: z.array(CampaignSummary),
  }),
} as const
