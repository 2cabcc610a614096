import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import type * as z from 'zod/mini'
import type { Route } from '../protocol/route.ts'
import { parseOr } from './refusal.ts'

type Handler<Body extends z.ZodMiniType, Answer extends z.ZodMiniType> = (
  body: z.output<Body>,
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<z.output<Answer> | FastifyReply>

interface Other {
  /** Where a body may be larger than the others, in bytes. */
  bodyLimit?: number
  /** Where an answer is packed otherwise than the others (routes/files.ts). */
  compress?: NonNullable<RouteOptions['compress']>
}

/** Opens a route of the protocol: its method, path and body come from there. An empty answer is 204. */
export function serve<Body extends z.ZodMiniType, Answer extends z.ZodMiniType>(
  app: FastifyInstance,
  route: Route<Body, Answer>,
  handle: Handler<Body, Answer>,
  more: Other = {},
): void {
  const { method, path, body: schema } = route
  app.route({
    config: { route },
    method,
    url: path,
    ...more,
    handler: async (request, reply) => {
      const body = parseOr(schema, request.body ?? undefined, 'not-this-shape')
      const answer = await handle(body, request, reply)
      // A reply is a thenable: awaited, it becomes undefined once it is sent.
      if (reply.sent) return reply
      return answer === undefined ? reply.code(204).send() : answer
    },
  })
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The line of protocol's tables that this route was opened for. */
    route?: Route
  }
}

/** @throws Error where the route was not opened by `serve` */
export function routeOf(request: FastifyRequest): Route {
  const { route } = request.routeOptions.config
  if (!route) throw new Error('a route that stands in no table')
  return route
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
