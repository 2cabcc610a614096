import type { FastifyRequest } from 'fastify'
import { Refusal } from './refusal.ts'

/**
 * Refuses (`foreign-origin`) what changes something and was not sent by our own pages. Every engine that can run the app sends
 * Origin with such requests, so a missing one is foreign too.
 */
export function ownOriginOnly(origin: () => string) {
  return async (request: FastifyRequest): Promise<void> => {
    if (request.method === 'GET' || request.method === 'HEAD') return
    const site = request.headers['sec-fetch-site']
    if (request.headers.origin !== origin() || (site !== undefined && site !== 'same-origin'))
      throw new Refusal('foreign-origin')
  }
}
