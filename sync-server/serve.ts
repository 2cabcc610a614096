import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type * as z from 'zod/mini'
import { type AnswerOf, ROUTES, type RouteName } from '../protocol/routes.ts'
import { parseOr } from './refusal.ts'

type ParsedBody<N extends RouteName> = z.output<(typeof ROUTES)[N]['body']>

type Handler<N extends RouteName> = (
  body: ParsedBody<N>,
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<AnswerOf<N> | FastifyReply>

/** Opens a route of protocol/routes.ts: its method, path and body come from there. An empty answer is 204. */
export function serve<N extends RouteName>(app: FastifyInstance, name: N, handle: Handler<N>): void {
  const { method, path, body: schema } = ROUTES[name]
  app.route({
    method,
    url: path,
    handler: async (request, reply) => {
      const body = parseOr(schema, request.body ?? undefined, 'not-this-shape') as ParsedBody<N>
      const answer = await handle(body, request, reply)
      // A reply is a thenable: awaited, it becomes undefined once it is sent.
      if (reply.sent) return reply
      return answer === undefined ? reply.code(204).send() : answer
    },
  })
}

/** A path's parameter, '' where the route has none of that name. */
export function parameter(request: FastifyRequest, name: string): string {
  return (request.params as Record<string, string | undefined>)[name] ?? ''
}

/** A query's parameter, null where it is missing or stands there twice. */
export function queried(request: FastifyRequest, name: string): string | null {
  const value = (request.query as Record<string, unknown>)[name]
  return typeof value === 'string' ? value : null
}
