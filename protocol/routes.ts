import * as z from 'zod/mini'
import { Batch, BatchAnswer } from './batch.ts'
import { Campaign, Counts } from './campaign.ts'
import { Envelope } from './envelope.ts'
import { Slug, Uuid } from './ids.ts'
import { LocalText } from './local-text.ts'
import { isReason, type Reason } from './reasons.ts'
import { ReceiptCode } from './receipt.ts'
import { PublicKey, SignedSealingKey } from './sealing-key.ts'

// Every route of the API: client and server both read this table. `who` is the circle that may call it.

export interface Route<Body extends z.ZodMiniType = z.ZodMiniType, Answer extends z.ZodMiniType = z.ZodMiniType> {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE'
  /** `:name` stands for one path segment. */
  path: string
  who: 'anyone' | 'coordinator'
  body: Body
  answer: Answer
}

const route = <B extends z.ZodMiniType, A extends z.ZodMiniType>(it: Route<B, A>): Route<B, A> => it
const nothing = z.optional(z.undefined())
const count = z.int().check(z.gte(0))

/** The body of every answer that is not 2xx. */
export const Refused = z.object({ reason: z.custom<Reason>(isReason) })

/** Names as coordinators log in with them. */
export const CoordinatorName = z.string().check(z.trim(), z.minLength(1), z.maxLength(60))

/** No composition rules; long enough is what helps (NIST SP 800-63B §3.1.1). */
export const MIN_PASSWORD = 12
const Password = z.string().check(z.maxLength(512))

export const Coordinator = z.object({ name: z.string() })

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
  petitions: z.array(z.object({ id: Slug, title: LocalText })),
})

/** A sealed envelope as the server holds it. `receivedAt` is the server's clock, ISO 8601 in UTC. */
export const ReceivedEnvelope = z.object({ receivedAt: z.iso.datetime(), late: z.boolean(), envelope: Envelope })

/** `next` is the cursor of the following page (`?after=`), null at the end. */
export const EnvelopePage = z.object({ items: z.array(ReceivedEnvelope), next: z.nullable(z.string()) })

export const ROUTES = {
  /** `:campaign` may be the word `current`: the campaign that `/` shows. */
  campaign: route({
    method: 'GET',
    path: '/api/v1/campaigns/:campaign',
    who: 'anyone',
    body: nothing,
    answer: Campaign,
  }),
  counts: route({
    method: 'GET',
    path: '/api/v1/campaigns/:campaign/counts',
    who: 'anyone',
    body: nothing,
    answer: Counts,
  }),
  /** The body may be gzip. Verdicts come after the commit. */
  batch: route({ method: 'PUT', path: '/api/v1/batches/:batchId', who: 'anyone', body: Batch, answer: BatchAnswer }),
  /** Answers the same whether or not anything had that code. */
  withdrawal: route({
    method: 'POST',
    path: '/api/v1/withdrawals',
    who: 'anyone',
    body: z.strictObject({ campaign: Slug, code: ReceiptCode }),
    answer: z.object({ accepted: z.literal(true), epoch: Uuid }),
  }),

  /** The link's token is used up by the first password that is good enough; the answer logs in. */
  setup: route({
    method: 'POST',
    path: '/api/v1/console/setup',
    who: 'anyone',
    body: z.strictObject({ token: z.string().check(z.maxLength(100)), name: CoordinatorName, password: Password }),
    answer: Coordinator,
  }),
  login: route({
    method: 'POST',
    path: '/api/v1/console/session',
    who: 'anyone',
    body: z.strictObject({ name: CoordinatorName, password: Password }),
    answer: Coordinator,
  }),
  session: route({
    method: 'GET',
    path: '/api/v1/console/session',
    who: 'coordinator',
    body: nothing,
    answer: Coordinator,
  }),
  logout: route({
    method: 'DELETE',
    path: '/api/v1/console/session',
    who: 'coordinator',
    body: nothing,
    answer: nothing,
  }),
  campaigns: route({
    method: 'GET',
    path: '/api/v1/console/campaigns',
    who: 'coordinator',
    body: nothing,
    answer: z.array(CampaignSummary),
  }),
  /** A campaign's root is published once and for all; a sealing key must be signed by it, with a higher serial. */
  publishKey: route({
    method: 'PUT',
    path: '/api/v1/console/campaigns/:campaign/key',
    who: 'coordinator',
    body: z.strictObject({ root: PublicKey, sealingKey: SignedSealingKey }),
    answer: CampaignSummary,
  }),
  /** `?after=` takes the cursor of the page before. */
  envelopes: route({
    method: 'GET',
    path: '/api/v1/console/campaigns/:campaign/envelopes',
    who: 'coordinator',
    body: nothing,
    answer: EnvelopePage,
  }),
  /** Only a sample, and only while it holds no envelope. */
  removeSample: route({
    method: 'DELETE',
    path: '/api/v1/console/campaigns/:campaign',
    who: 'coordinator',
    body: nothing,
    answer: nothing,
  }),
  /** Puts the sample back. */
  restoreSample: route({
    method: 'POST',
    path: '/api/v1/console/sample',
    who: 'coordinator',
    body: nothing,
    answer: z.array(CampaignSummary),
  }),
} as const

export type RouteName = keyof typeof ROUTES
export type BodyOf<N extends RouteName> = z.input<(typeof ROUTES)[N]['body']>
export type AnswerOf<N extends RouteName> = z.output<(typeof ROUTES)[N]['answer']>

/** The route's address with its parameters filled in. */
export function pathOf(name: RouteName, parameters: Record<string, string> = {}): string {
  return ROUTES[name].path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(parameters[key] ?? ''))
}
