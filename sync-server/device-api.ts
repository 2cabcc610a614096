import type { FastifyInstance } from 'fastify'
import { answerError } from './errors.ts'
import { acceptJson } from './json-body.ts'
import { type ProofOptions, Proofs } from './proofs.ts'
import { type IngestOptions, ingestRoutes } from './routes/ingest.ts'
import { challengeRoutes, withdrawalRoutes } from './routes/proven.ts'
import { publicRoutes } from './routes/public.ts'
import { type EnrolOptions, enrolRoutes, standingRoutes } from './routes/standing.ts'

export type DeviceApiOptions = Omit<IngestOptions, 'proofs'> & EnrolOptions & Omit<ProofOptions, 'secret'>

/**
 * What devices call, as a plugin that brings its own reading of bodies and answering of failures: the simulation drives it
 * on a Fastify instance without a built client.
 */
export async function deviceApi(app: FastifyInstance, given: DeviceApiOptions): Promise<void> {
  const { store } = given
  const options = { ...given, proofs: new Proofs({ ...given, secret: () => store.proofSecret }) }
  app.setErrorHandler(async (error, request, reply) => answerError(error, request, reply))
  acceptJson(app)
  await app.register(publicRoutes, options)
  await app.register(challengeRoutes, options)
  await app.register(withdrawalRoutes, options)
  await app.register(ingestRoutes, options)
  await app.register(enrolRoutes, options)
  await app.register(standingRoutes, options)
}
