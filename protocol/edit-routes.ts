import * as z from 'zod/mini'
import { CampaignContent } from './campaign.ts'
import { Slug, UtcTime } from './ids.ts'
import { LocalText } from './local-text.ts'
import type { Role } from './roles.ts'
import { nothing, route } from './route.ts'

// How coordinators write a campaign: a draft that is kept at the server, and versions that are published, each by one clear act.

const count = z.int().check(z.gte(0))

export const Draft = z.object({
  content: CampaignContent,
  /** One higher with each save; 0: nobody changed what is published. Who saves names the one that they began with. */
  revision: count,
  savedAt: z.nullable(UtcTime),
  savedBy: z.nullable(z.string()),
})

/** One that is, or was, published. */
export const Version = z.object({
  /** 1 for the first; no number is given twice. */
  version: z.int().check(z.gte(1)),
  publishedAt: UtcTime,
  /** Null: it came with Paraphe, or from a file. */
  publishedBy: z.nullable(z.string()),
  /** The version that it brought back. */
  again: z.nullable(z.int()),
})

/** Everything that the editor of one campaign begins with. */
export const Desk = z.object({
  draft: Draft,
  /** What everyone reads now; null: nothing was ever published. */
  published: z.nullable(CampaignContent),
  /** The newest first; what everyone reads is the first. */
  versions: z.array(Version),
  /** Every text that was ever published for somebody to agree to, in its words of then. They can be succeeded, never edited. */
  texts: z.array(z.object({ id: Slug, purpose: z.string(), text: LocalText })),
  /** Petitions that were ever published: their ids stay. */
  known: z.array(Slug),
  /** Address of the picture that link previews show, by page (petition id, '' for the campaign's own) and by language. */
  cards: z.record(z.string(), z.record(z.string(), z.string())),
  /** Envelopes that hold the campaign to what it promised. */
  envelopes: count,
})

/**
 * Whether this role sets until when a campaign takes signatures and keeps them (`closes`, `destroyBy`). Everyone else saves and
 * publishes under the dates that are there; whoever makes a new campaign gives its first ones.
 */
export const setsRetention = (role: Role): boolean => role === 'admin'

const EDITORS = ['admin', 'editor'] as const
const editing = { who: 'coordinator', roles: EDITORS } as const

export const EDIT_ROUTES = {
  /** A new campaign, which nobody sees before it is published. Refused: `id-taken`, `not-publishable` (its limits). */
  make: route({
    ...editing,
    audit: 'campaign-made',
    method: 'POST',
    path: '/api/v1/console/editor',
    body: z.strictObject({ content: CampaignContent }),
    answer: Desk,
  }),
  desk: route({ ...editing, method: 'GET', path: '/api/v1/console/editor/:campaign', body: nothing, answer: Desk }),
  /** Refused: `newer-draft` (somebody else saved; nothing was changed), `not-publishable` (its limits), `not-this-shape`, `not-allowed` (other dates: `setsRetention`). */
  save: route({
    ...editing,
    audit: 'campaign-saved',
    method: 'PUT',
    path: '/api/v1/console/editor/:campaign/draft',
    body: z.strictObject({ revision: count, content: CampaignContent }),
    answer: Desk,
  }),
  /**
   * Shows the draft of this revision to everyone. Refused: `newer-draft`, `not-publishable` (by content-rules.ts, or a petition that
   * was published is not there), `low-contrast`, `edited-consent`, `promised-date` (destruction later than was said to those who signed), `not-allowed` (other dates than are
   * published: `setsRetention`).
   */
  publish: route({
    ...editing,
    audit: 'campaign-published',
    method: 'POST',
    path: '/api/v1/console/editor/:campaign/versions',
    body: z.strictObject({ revision: count }),
    answer: Desk,
  }),
  version: route({
    ...editing,
    method: 'GET',
    path: '/api/v1/console/editor/:campaign/versions/:version',
    body: nothing,
    answer: CampaignContent,
  }),
  /** Shows an earlier version again, as a new one; the draft stays. `newest`: the one that is shown now, else `newer-draft`. Refused as well: `not-allowed` (other dates: `setsRetention`). */
  again: route({
    ...editing,
    audit: 'campaign-published-again',
    method: 'POST',
    path: '/api/v1/console/editor/:campaign/versions/:version',
    body: z.strictObject({ newest: z.int() }),
    answer: Desk,
  }),
  /** Throws a campaign away that was never published. Refused: `not-allowed`. */
  discard: route({
    ...editing,
    audit: 'campaign-discarded',
    method: 'DELETE',
    path: '/api/v1/console/editor/:campaign',
    body: nothing,
    answer: nothing,
  }),
  /** From now on `/` shows this one. Refused: `unknown-campaign`, also where it was never published. */
  show: route({
    ...editing,
    audit: 'campaign-shown',
    method: 'PUT',
    path: '/api/v1/console/shown',
    body: z.strictObject({ campaign: Slug }),
    answer: nothing,
  }),
} as const

export type Draft = z.infer<typeof Draft>
export type Version = z.infer<typeof Version>
export type Desk = z.infer<typeof Desk>
