import type { FastifyInstance } from 'fastify'
import { EMPTY_PATH } from '../../protocol/empty.ts'
import { ownOriginOnly } from '../own-origin.ts'

/** What "remove everything from this tablet" asks at its end, where there is network (Clear-Site-Data, W3C). */
export async function emptyRoutes(app: FastifyInstance, { origin }: { origin: () => string }): Promise<void> {
  app.addHook('onRequest', ownOriginOnly(origin))
  app.post(EMPTY_PATH, (_, reply) =>
    reply
      .code(204)
      .header('clear-site-data', '"cache", "cookies", "storage"')
      .header('cache-control', 'no-store')
      .send(),
  )
}
