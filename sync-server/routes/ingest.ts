import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { Batch, BatchItem, type Verdict } from '../../protocol/batch.ts'
import { Envelope } from '../../protocol/envelope.ts'
import { Uuid } from '../../protocol/ids.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { verifyDevice } from '../device-signature.ts'
import { readJson, unpacked } from '../json-body.ts'
import { judge } from '../judge.ts'
import { parseOr, Refusal } from '../refusal.ts'
import { parameter } from '../serve.ts'
import type { Arrival, CampaignRecord, Store } from '../store/store.ts'

/** A little more than protocol's MAX_BATCH_BYTES, by which devices fill their batches. */
const BODY_LIMIT = 256 * 1024

/** A room of its own, because the device's signature covers the exact bytes: here bodies stay bytes. */
export async function ingestRoutes(app: FastifyInstance, { store }: { store: Store }): Promise<void> {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
    async (request: FastifyRequest, bytes: Buffer) => unpacked(bytes, request.headers['content-encoding'], BODY_LIMIT),
  )

  app.route({
    method: ROUTES.batch.method,
    url: ROUTES.batch.path,
    handler: async (request, reply) => {
      if (!Buffer.isBuffer(request.body)) throw new Refusal('wrong-content-type')
      const batch = parseOr(Batch, readJson(request.body), 'not-this-shape')
      if (batch.batchId !== parameter(request, 'batchId')) throw new Refusal('not-this-shape')
      const device = batch.device === undefined ? null : verifyDevice(request.headers, batch.device, request.body)

      const { arrivals, verdicts } = await judgeAll(batch, store)
      const taken = await store.take([...arrivals.values()], device)
      for (const [nth, [index, { envelope, late }]] of [...arrivals].entries()) {
        const verdict = taken.verdicts[nth] as Exclude<Verdict['verdict'], 'refused'>
        verdicts[index] = { index, id: envelope.id, verdict, ...(verdict === 'stored' && late ? { late } : {}) }
      }
      request.log.info({ batch: batch.batchId, quarantine: device !== null, ...tallyOf(verdicts) }, 'batch')
      return reply.header('cache-control', 'no-store').send({ epoch: store.epoch, accepted: taken.accepted, verdicts })
    },
  })
}

/** What may be stored, by its index, and the refusals of the others. */
async function judgeAll(batch: Batch, store: Store) {
  const arrivals = new Map<number, Arrival>()
  const verdicts: Verdict[] = new Array(batch.items.length)
  const records = new Map<string, CampaignRecord | null>()
  for (const [index, item] of batch.items.entries()) {
    const framed = z.safeParse(BatchItem, item)
    const parsed = framed.success ? z.safeParse(Envelope, framed.data.envelope) : null
    if (!framed.success || !parsed?.success) {
      verdicts[index] = { index, ...idWithin(item), verdict: 'refused', reason: 'not-an-envelope' }
      continue
    }
    const envelope = parsed.data
    let record = records.get(envelope.campaign)
    if (record === undefined) {
      record = await store.campaignEvenRemoved(envelope.campaign)
      records.set(envelope.campaign, record)
    }
    const judged = judge(envelope, record)
    if ('refused' in judged) verdicts[index] = { index, id: envelope.id, verdict: 'refused', reason: judged.refused }
    else arrivals.set(index, { envelope, late: judged.late, seq: batch.device ? framed.data.seq : null })
  }
  return { arrivals, verdicts }
}

/** The id of what is otherwise not an envelope, so that the device can put the right one aside. */
function idWithin(item: unknown): { id?: string } {
  const id = (item as { envelope?: { id?: unknown } } | null)?.envelope?.id
  return z.safeParse(Uuid, id).success ? { id: id as string } : {}
}

function tallyOf(verdicts: Verdict[]): Record<string, number> {
  const counts: Record<string, number> = { items: verdicts.length }
  for (const { verdict } of verdicts) counts[verdict] = (counts[verdict] ?? 0) + 1
  return counts
}
