import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isLoopback } from '../../protocol/loopback.ts'
import type { Counters } from '../counters.ts'
import { metricsText, TEXT_FORMAT } from '../metrics.ts'
import { Refusal } from '../refusal.ts'
import type { Store } from '../store/store.ts'

export interface WatchOptions {
  store: Store
  counters: Counters
  origin: () => string
  /** Whether some proxy is believed to say where a request came from: only then is one without such a word known to have met none. */
  proxied: boolean
}

/** Counts each answer by its route's pattern, never by its path. */
export function countAnswers(app: FastifyInstance, counters: Counters): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    const labels = { method: request.method, route, status: `${Math.floor(reply.statusCode / 100)}xx` }
    counters.add('paraphe_answers_total', labels)
    counters.add('paraphe_answer_seconds_total', labels, reply.elapsedTime / 1000)
  })
}

/** For whoever looks after the server: whether it can work, and its figures (docs/operations.md). */
export async function watchRoutes(app: FastifyInstance, { store, counters, origin, proxied }: WatchOptions) {
  const plain = (reply: FastifyReply) => reply.header('cache-control', 'no-store')

  app.get('/readyz', async (_, reply) => {
    const readiness = await store.readiness()
    const ready = readiness.store && readiness.erasures
    return plain(reply)
      .code(ready ? 200 : 503)
      .send({ status: ready ? 'ready' : 'not-ready', ...readiness })
  })

  app.get('/metrics', async (request, reply) => {
    if (!isFromThisMachine(request) || !(proxied || isLoopbackOrigin(origin()))) throw new Refusal('not-found')
    return plain(reply)
      .type(TEXT_FORMAT)
      .send(metricsText(await store.figures(), await store.readiness(), counters.all()))
  })
}

/** What proxies add (RFC 7239, RFC 9110 §7.6.3, and by custom). */
const PASSED_ON = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via']

/** Nobody else's question can look so: a proxy that is named in TRUST_PROXY says from where it passes one on. */
function isFromThisMachine({ socket, headers, hostname }: FastifyRequest): boolean {
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/i, '')
  return isLoopback(address) && isLoopback(hostname) && !PASSED_ON.some((name) => name in headers)
}

const isLoopbackOrigin = (origin: string): boolean => isLoopback(new URL(origin).hostname)
