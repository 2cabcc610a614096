import * as z from 'zod/mini'
import { Slug, UtcTime, Uuid } from './ids.ts'
import { nothing, route } from './route.ts'

// What the console keeps at the server about opened acts (design §4, Duplicates): decisions and export runs, by ids and without a
// word of what was opened.

const count = z.int().check(z.gte(0))

/**
 * Of a signature: `valid`, `duplicate`, `rejected` · of a letter: `approved`, or `rejected` (not printed) · of a join request or a
 * message: `read`.
 */
export const Verdict = z.enum(['valid', 'duplicate', 'rejected', 'approved', 'read'])

/** `petition` is null where the act has none. */
const Decided = { envelope: Uuid, petition: z.nullable(Slug) }

export const Decision = z.object({ ...Decided, verdict: Verdict, by: z.string(), at: UtcTime })

/** A verdict of null takes the decision back. */
export const NewDecision = z.strictObject({ ...Decided, verdict: z.nullable(Verdict) })

/** Of one call, so that its body stays below the server's limit (64 KiB). */
export const MOST_DECISIONS = 300
/** Ids of envelopes in one part of an export run; a run may have many parts. */
export const MOST_IDS = 1500

/** What was asked for: `petitions` null for all, moments both included or null for no end, `fresh` only what is new. */
export const ExportFilter = z.strictObject({
  petitions: z.nullable(z.array(Slug).check(z.minLength(1), z.maxLength(100))),
  from: z.nullable(UtcTime),
  to: z.nullable(UtcTime),
  fresh: z.boolean(),
  /** Stands and channels as the acts themselves name them; they are chosen after opening. */
  stands: z.nullable(z.array(Slug).check(z.maxLength(500))),
  channels: z.nullable(z.array(z.enum(['phone', 'stand', 'paper'])).check(z.minLength(1))),
})

/** An opening whose files were made. Until it is confirmed as delivered or safe, what it holds is still new. */
export const ExportRun = z.object({
  run: Uuid,
  filter: ExportFilter,
  /** Envelopes that it holds. */
  envelopes: count,
  /** Of these, how many ids the server knows. */
  recorded: count,
  by: z.string(),
  at: UtcTime,
  confirmedAt: z.nullable(UtcTime),
  confirmedBy: z.nullable(z.string()),
})

export const Withdrawn = z.object({
  /** The last confirmed run; null: there is none, and nothing to tell. */
  since: z.nullable(UtcTime),
  /** Ids of envelopes that a confirmed run held and that were withdrawn since. */
  envelopes: z.array(Uuid),
})

const CAMPAIGN = '/api/v1/console/campaigns/:campaign'
const roles = ['admin', 'exporter'] as const

export const REVIEW_ROUTES = {
  /** Every decision of the campaign. Refused: `unknown-campaign`. */
  decisions: route({
    method: 'GET',
    path: `${CAMPAIGN}/decisions`,
    who: 'coordinator',
    roles,
    body: nothing,
    answer: z.array(Decision),
  }),
  /**
   * Keeps decisions, the last one of each; the answer names those that stand now of the ones asked for. What is not held (any more)
   * is left out. Refused: `unknown-campaign`.
   */
  decide: route({
    method: 'PUT',
    path: `${CAMPAIGN}/decisions`,
    who: 'coordinator',
    roles,
    audit: 'review-decided',
    body: z.strictObject({ decisions: z.array(NewDecision).check(z.minLength(1), z.maxLength(MOST_DECISIONS)) }),
    answer: z.array(Decision),
  }),
  /** The newest first. Refused: `unknown-campaign`. */
  exports: route({
    method: 'GET',
    path: `${CAMPAIGN}/exports`,
    who: 'coordinator',
    roles,
    body: nothing,
    answer: z.array(ExportRun),
  }),
  /** Begins a run, or finds the very same one again. Refused: `unknown-campaign`, `wrong-export` (the id is another one's). */
  beginExport: route({
    method: 'PUT',
    path: `${CAMPAIGN}/exports/:run`,
    who: 'coordinator',
    roles,
    audit: 'export-begun',
    body: z.strictObject({ filter: ExportFilter, envelopes: count }),
    answer: ExportRun,
  }),
  /** Adds ids that the run held; the same again change nothing. Refused: `unknown-record`, `wrong-export` (more than it said). */
  recordExport: route({
    method: 'PUT',
    path: `${CAMPAIGN}/exports/:run/envelopes`,
    who: 'coordinator',
    roles,
    audit: 'export-recorded',
    body: z.strictObject({ ids: z.array(Uuid).check(z.minLength(1), z.maxLength(MOST_IDS)) }),
    answer: ExportRun,
  }),
  /** Confirms that the files are safe, or takes that back. Refused: `unknown-record`, `wrong-export` (not all its ids have come). */
  confirmExport: route({
    method: 'PUT',
    path: `${CAMPAIGN}/exports/:run/confirmed`,
    who: 'coordinator',
    roles,
    audit: 'export-safe',
    body: z.strictObject({ confirmed: z.boolean() }),
    answer: ExportRun,
  }),
  /** What has to be taken out of files that were delivered before. Refused: `unknown-campaign`. */
  withdrawn: route({
    method: 'GET',
    path: `${CAMPAIGN}/withdrawn`,
    who: 'coordinator',
    roles,
    body: nothing,
    answer: Withdrawn,
  }),
  /**
   * For a person who asked and has lost the receipt: as if the receipt's code had come, everything of that sitting goes, for good.
   * Refused: `unknown-record`.
   */
  withdrawEnvelope: route({
    method: 'DELETE',
    path: `${CAMPAIGN}/envelopes/:envelope`,
    who: 'coordinator',
    roles: ['admin'],
    audit: 'envelope-withdrawn',
    body: nothing,
    answer: nothing,
  }),
} as const

export type Verdict = z.infer<typeof Verdict>
export type Decision = z.infer<typeof Decision>
export type NewDecision = z.infer<typeof NewDecision>
export type ExportFilter = z.infer<typeof ExportFilter>
export type ExportRun = z.infer<typeof ExportRun>
