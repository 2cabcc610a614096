import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * What anyone may read, and what a cache between may keep: half a minute as it is, and with a CDN's own header (RFC 9213) as long
 * again while it asks anew. So a count is never older than a minute. The browser asks each time: on a slow link that costs one
 * short round trip instead of the page, and who has just signed sees it.
 */
const SHARED = {
  'cache-control': 'public, max-age=0, must-revalidate, s-maxage=30',
  'cdn-cache-control': 'public, max-age=30, stale-while-revalidate=30',
}

/** Sends a text with an ETag, or 304 where it is held already (RFC 9110 §13.1.2). Weak, because compression changes the bytes. */
export function sendTagged(request: FastifyRequest, reply: FastifyReply, type: string, text: string): FastifyReply {
  const tag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  reply.header('etag', tag).headers(SHARED)
  const held = request.headers['if-none-match']?.split(',').map((it) => it.trim())
  if (held?.some((it) => it === tag || `W/${it}` === tag)) return reply.code(304).send()
  return reply.type(type).send(text)
}

export const sendTaggedJson = (request: FastifyRequest, reply: FastifyReply, value: unknown): FastifyReply =>
  sendTagged(request, reply, 'application/json; charset=utf-8', JSON.stringify(value))
