import type { FastifyInstance } from 'fastify'
import { CHALLENGE } from '../../protocol/proof.ts'
import { withdrawTag } from '../../protocol/receipt.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { acceptBytes, BODY_LIMIT, readJson } from '../json-body.ts'
import type { Proofs } from '../proofs.ts'
import { parseOr, Refusal } from '../refusal.ts'
import { queried, serve } from '../serve.ts'
import type { Store } from '../store/store.ts'

export interface ProvenOptions {
  store: Store
  proofs: Proofs
}

/** What has to be solved before a phone sends something; anyone may ask. */
export async function challengeRoutes(app: FastifyInstance, { proofs }: ProvenOptions): Promise<void> {
  serve(app, CHALLENGE, async (_, request, reply) => {
    const bytes = queried(request, 'bytes') ?? '0'
    if (!/^\d{1,9}$/.test(bytes)) throw new Refusal('not-this-shape')
    reply.header('cache-control', 'no-store')
    return proofs.challenge(Number(bytes), request.ip)
  })
}

/** The withdrawal, for which the receipt's code is the whole authority. A room of its own, because the proof covers the exact bytes. */
export async function withdrawalRoutes(app: FastifyInstance, { store, proofs }: ProvenOptions): Promise<void> {
  acceptBytes(app, BODY_LIMIT)
  const { method, path, body } = ROUTES.withdrawal

  app.route({
    method,
    url: path,
    handler: async (request, reply) => {
      if (!Buffer.isBuffer(request.body)) throw new Refusal('wrong-content-type')
      const { campaign, code } = parseOr(body, readJson(request.body), 'not-this-shape')
      const proof = await proofs.check(request.headers, request.body, request.ip)
      if (!(await store.useChallenge(proof))) throw await proofs.needed(request.body.length, request.ip)
      await store.withdraw(campaign, await withdrawTag(campaign, code))
      request.log.info({ campaign }, 'withdrawal')
      return reply.header('cache-control', 'no-store').send({ accepted: true, epoch: store.epoch })
    },
  })
}
