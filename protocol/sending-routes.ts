import * as z from 'zod/mini'
import { Batch, BatchAnswer } from './batch.ts'
import { Slug, Uuid } from './ids.ts'
import { ReceiptCode } from './receipt.ts'
import { route } from './route.ts'

// Apart from what a page reads: who signs or sends, and the worker above all, does without the shape of a campaign.

export const SENDING_ROUTES = {
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
