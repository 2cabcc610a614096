import type { FastifyInstance } from 'fastify'
import * as z from 'zod/mini'
import type { Held } from '../../protocol/have.ts'
import { HAVE } from '../../protocol/have.ts'
import { Slug } from '../../protocol/ids.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { Refusal } from '../refusal.ts'
import { parameter, serve } from '../serve.ts'
import type { CampaignRecord, Store } from '../store/store.ts'
import { sendTaggedJson } from '../tagged.ts'

/**
 * What anyone may read or ask. Who asks what is held has to name random ids and the hashes of sealed bytes, so that only who once held
 * an envelope learns of it; it changes nothing, and so needs no proof of work.
 */
export async function publicRoutes(app: FastifyInstance, { store }: { store: Store }): Promise<void> {
  serve(app, ROUTES.campaign, async (_, request, reply) => {
    const record = await named(store, parameter(request, 'campaign'))
    return sendTaggedJson(request, reply, record.published)
  })

  serve(app, ROUTES.counts, async (_, request, reply) => {
    const record = await named(store, parameter(request, 'campaign'))
    return sendTaggedJson(request, reply, await store.counts(record))
  })

  serve(app, HAVE, async (question, request, reply) => {
    reply.header('cache-control', 'no-store')
    const held = await store.have(question)
    if (!held) throw new Refusal('unknown-campaign')
    request.log.info({ campaign: question.campaign, ...tallyOf(held) }, 'have')
    return { epoch: store.epoch, items: question.items.map(({ id }, i) => ({ id, held: held[i] as Held })) }
  })

  app.get('/healthz', async (_, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }))
}

const tallyOf = (held: readonly Held[]): Partial<Record<Held, number>> => {
  const counts: Partial<Record<Held, number>> = {}
  for (const word of held) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

async function named(store: Store, name: string): Promise<CampaignRecord> {
  const record =
    name === 'current'
      ? await store.shownCampaign()
      : z.safeParse(Slug, name).success
        ? await store.campaign(name)
        : null
  if (!record?.live) throw new Refusal('unknown-campaign')
  return record
}
