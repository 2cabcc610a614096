import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { Batch, type Verdict } from '../../protocol/batch.ts'
import { CARRIER_HEADER, CARRIER_IS_CONSOLE } from '../../protocol/device.ts'
import { Uuid } from '../../protocol/ids.ts'
import { ROUTES } from '../../protocol/routes.ts'
import type { Counters } from '../counters.ts'
import { Crowd } from '../crowd.ts'
import { verifyCarrier, verifyDevice } from '../device-signature.ts'
import { asRefusal } from '../errors.ts'
import { acceptBytes, readJson } from '../json-body.ts'
import { judge } from '../judge.ts'
import { doubtOf, LIMITS, type Limits } from '../plausible.ts'
import type { Proofs } from '../proofs.ts'
import { parseOr, Refusal } from '../refusal.ts'
import { parameter } from '../serve.ts'
import type { Arrival, CampaignRecord, Carrier, Store } from '../store/store.ts'
import { readItem } from '../usual-envelope.ts'

/** A little more than protocol's MAX_BATCH_BYTES, by which devices fill their batches. */
const BODY_LIMIT = 256 * 1024

const HOUR_MS = 60 * 60 * 1000

export interface IngestOptions {
  store: Store
  proofs: Proofs
  /** Whether a coordinator's session is calling; nobody's by default. */
  isCoordinator?: (request: FastifyRequest) => Promise<boolean>
  /** What is odd about a phone's batch; the usual limits by default. */
  limits?: Limits
  now?: () => number
  counters?: Counters
}

/** A room of its own, because the device's signature covers the exact bytes: here bodies stay bytes. */
export async function ingestRoutes(app: FastifyInstance, options: IngestOptions): Promise<void> {
  const { store, proofs, isCoordinator = async () => false, limits = LIMITS, now = Date.now, counters } = options
  const crowd = new Crowd({ periodMs: HOUR_MS, now })
  const coming = new WeakMap<FastifyRequest, () => void>()
  acceptBytes(app, BODY_LIMIT)

  app.route({
    method: ROUTES.batch.method,
    url: ROUTES.batch.path,
    onRequest: async (request, reply) => {
      const come = store.announce()
      coming.set(request, come)
      // Also where the line broke before all of it was here.
      reply.raw.once('close', come)
    },
    handler: async (request, reply) => {
      if (!Buffer.isBuffer(request.body)) throw new Refusal('wrong-content-type')
      const batch = parseOr(Batch, readJson(request.body), 'not-this-shape')
      if (batch.batchId !== parameter(request, 'batchId')) throw new Refusal('not-this-shape')
      const sender = batch.device === undefined ? null : verifyDevice(request.headers, batch.device, request.body)
      const carrier = await carrierOf(request, request.body, isCoordinator)
      const owes = sender === null && batch.items.length > 0 && !(await isVouchedFor(carrier, store))
      const { headers, body, ip } = request
      const proof = owes ? await proofs.check(headers, body, ip) : null

      const { arrivals, verdicts, seqs } = await judgeAll(batch, store)
      const { contact } = batch
      const doubt = owes ? doubtOf({ contact, seqs, before: crowd.from(ip) }, limits) : null
      if (owes) crowd.add(ip, seqs.length)
      const delivery = { arrivals: [...arrivals.values()], sender, contact, seqs, carrier, proof, doubt }
      const taking = store.take({ batch: batch.batchId, ...delivery })
      coming.get(request)?.()
      const taken = await taking.catch(async (error) => {
        const used = asRefusal(error).reason === 'proof-needed'
        throw used ? await proofs.needed(body.length, ip) : error
      })
      for (const [nth, [index, { envelope, late }]] of [...arrivals].entries()) {
        const verdict = taken.verdicts[nth] as Exclude<Verdict['verdict'], 'refused'>
        verdicts[index] = { index, id: envelope.id, verdict, ...(verdict === 'stored' && late ? { late } : {}) }
      }
      const tally = tallyOf(verdicts)
      for (const [verdict, times] of Object.entries(tally)) counters?.add('paraphe_verdicts_total', { verdict }, times)
      const { length: items } = verdicts
      request.log.info({ batch: batch.batchId, quarantine: taken.quarantined, items, ...tally }, 'batch')
      return reply.header('cache-control', 'no-store').send({ epoch: store.epoch, accepted: taken.accepted, verdicts })
    },
  })
}

/**
 * Who brought the batch, where it was not its own device. That a coordinator's page sent it needs no more proof than the
 * session: no other site can set the header without asking first (Fetch §3.2, CORS-preflight).
 */
async function carrierOf(
  request: FastifyRequest,
  bytes: Buffer,
  isCoordinator: (request: FastifyRequest) => Promise<boolean>,
): Promise<Carrier | null> {
  const said = request.headers[CARRIER_HEADER]
  if (said === undefined) return null
  if (said === CARRIER_IS_CONSOLE) return (await isCoordinator(request)) ? 'console' : 'unproven'
  return verifyCarrier(request.headers, bytes) ?? 'unproven'
}

/** What a phone had handed off needs no proof where an enrolled tablet or a coordinator brings it. */
const isVouchedFor = async (carrier: Carrier | null, store: Store): Promise<boolean> =>
  carrier === 'console' || (carrier !== null && carrier !== 'unproven' && (await store.isTrusted(carrier)))

/** What may be stored, by its index, the refusals of the others, and the numbers of all. */
async function judgeAll(batch: Batch, store: Store) {
  const arrivals = new Map<number, Arrival>()
  const verdicts: Verdict[] = new Array(batch.items.length)
  const seqs: number[] = []
  const records = new Map<string, CampaignRecord | null>()
  for (const [index, item] of batch.items.entries()) {
    const read = readItem(item)
    if (read) seqs.push(read.seq)
    if (!read?.envelope) {
      verdicts[index] = { index, ...idWithin(item), verdict: 'refused', reason: 'not-an-envelope' }
      continue
    }
    const { envelope } = read
    let record = records.get(envelope.campaign)
    if (record === undefined) {
      record = await store.campaignEvenRemoved(envelope.campaign)
      records.set(envelope.campaign, record)
    }
    const judged = judge(envelope, record)
    if ('refused' in judged) verdicts[index] = { index, id: envelope.id, verdict: 'refused', reason: judged.refused }
    else arrivals.set(index, { envelope, late: judged.late, seq: batch.device ? read.seq : null })
  }
  return { arrivals, verdicts, seqs }
}

/** The id of what is otherwise not an envelope, so that the device can put the right one aside. */
function idWithin(item: unknown): { id?: string } {
  const id = (item as { envelope?: { id?: unknown } } | null)?.envelope?.id
  return z.safeParse(Uuid, id).success ? { id: id as string } : {}
}

function tallyOf(verdicts: Verdict[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { verdict } of verdicts) counts[verdict] = (counts[verdict] ?? 0) + 1
  return counts
}
