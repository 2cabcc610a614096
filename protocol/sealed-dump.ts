import * as z from 'zod/mini'
import { CampaignContent } from './campaign.ts'
import { ReceivedEnvelope } from './console-routes.ts'
import { Digest, Slug, UtcTime, Uuid } from './ids.ts'
import { LocalText } from './local-text.ts'
import { nothing, route } from './route.ts'
import { PublicKey, SignedSealingKey } from './sealing-key.ts'

// The sealed dump, version 1: all that a campaign has received, sealed as it came, and what is needed to open and word it on a
// computer that is never online (design §4). Lines of JSON, each ended by a line feed: a head, lines of envelopes, lines of what
// was withdrawn, a tail. The tail's chain (`nextLink` of hand-off.ts, from `FIRST_LINK`) tells a damaged or cut file before
// anything of it is opened; it proves nothing about who made it.

export const DUMP_ENDING = '.paraphe-sealed.txt'

/** Characters of one line at most: its envelopes are few enough for it. */
export const MAX_DUMP_LINE = 2 * 1024 * 1024
/** Envelopes of one line at most; each is below 34 KiB as text. */
export const MAX_DUMP_ITEMS = 50
/** Tags, and ids, of one line at most. */
export const MAX_DUMP_WITHDRAWN = 2000

const count = z.int().check(z.gte(0))

/** What names and words the envelopes: the campaign as it was written, its keys, every consent text ever published. */
export const DumpFacts = z.object({
  campaign: CampaignContent,
  /** 65 raw bytes, base64url; null where no key was ever published. */
  root: z.nullable(PublicKey),
  /** Newest first. */
  keys: z.array(z.object(SignedSealingKey.shape)),
  /** Of a ConsentPurpose, or another word for what else people agreed to (the code of conduct). */
  consentTexts: z.array(z.object({ id: Slug, purpose: z.string(), text: LocalText })),
  /** Acts name their stand by its id. Absent in dumps of earlier versions. */
  stands: z.optional(z.array(z.object({ id: Slug, name: z.string() }))),
})

/** Withdrawal tags, and ids of envelopes that were held when they were withdrawn. */
export const DumpWithdrawn = z.object({
  tags: z.array(Digest).check(z.maxLength(MAX_DUMP_WITHDRAWN)),
  envelopes: z.array(Uuid).check(z.maxLength(MAX_DUMP_WITHDRAWN)),
})

export const DumpHead = z.object({
  paraphe: z.literal('sealed-dump'),
  v: z.literal(1),
  /** By the clock of who saved it. */
  savedAt: UtcTime,
  ...DumpFacts.shape,
})

/** The same kind of file, of a version that this app may not know. */
export const AnyDumpHead = z.object({ paraphe: z.literal('sealed-dump'), v: z.int().check(z.gte(1)) })

export const DumpItems = z.object({
  items: z.array(ReceivedEnvelope).check(z.minLength(1), z.maxLength(MAX_DUMP_ITEMS)),
})

export const DumpWithdrawnLine = z.object({ withdrawn: DumpWithdrawn })

/** `withdrawn` counts tags. `chain`: over every line before the tail, base64url. */
export const DumpTail = z.strictObject({ envelopes: count, withdrawn: count, chain: Digest })

const roles = ['admin', 'exporter'] as const

/** The envelopes themselves come by CONSOLE_ROUTES.envelopes; the withdrawals are asked for after the last of them. */
export const DUMP_ROUTES = {
  facts: route({
    method: 'GET',
    path: '/api/v1/console/campaigns/:campaign/dump',
    who: 'coordinator',
    roles,
    body: nothing,
    answer: DumpFacts,
  }),
  /** `?after=` takes the cursor of the page before. */
  withdrawals: route({
    method: 'GET',
    path: '/api/v1/console/campaigns/:campaign/dump/withdrawals',
    who: 'coordinator',
    roles,
    body: nothing,
    answer: z.object({ ...DumpWithdrawn.shape, next: z.nullable(z.string()) }),
  }),
} as const

export type DumpFacts = z.infer<typeof DumpFacts>
export type DumpHead = z.infer<typeof DumpHead>
export type DumpWithdrawn = z.infer<typeof DumpWithdrawn>
export type DumpTail = z.infer<typeof DumpTail>
