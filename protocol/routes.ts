import * as z from 'zod/mini'
import { Batch, BatchAnswer } from './batch.ts'
import { Campaign, Counts } from './campaign.ts'
import { Slug, Uuid } from './ids.ts'
import { ReceiptCode } from './receipt.ts'
import { nothing, route } from './route.ts'

// The routes that anyone's device calls. The console's stand apart, and so does `HAVE`, so that a phone does not
// download them.

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
} as const
