import type { FastifyInstance } from 'fastify'
import { answerError } from './errors.ts'
import { acceptJson } from './json-body.ts'
import { type IngestOptions, ingestRoutes } from './routes/ingest.ts'
import { publicRoutes } from './routes/public.ts'
import { type EnrolOptions, enrolRoutes, standingRoutes } from './routes/standing.ts'

/**
 * What devices call, as a plugin that brings its own reading of bodies and answering of failures: the simulation drives it
 * on a Fastify instance without a built client.
 */
export async function deviceApi(app: FastifyInstance, options: IngestOptions & EnrolOptions): Promise<void> {
  app.setErrorHandler(async (error, request, reply) => answerError(error, request, reply))
  acceptJson(app)
  await app.register(publicRoutes, options)
  await app.register(ingestRoutes, options)
  await app.register(enrolRoutes, options)
  await app.register(standingRoutes, options)
}
