import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * Sends a text with an ETag, or 304 where the browser holds this very text (RFC 9110 §13.1.2). `no-cache` means that it asks
 * each time: on a slow link that costs one short round trip instead of the page. Weak, because compression changes the bytes.
 */
export function sendTagged(request: FastifyRequest, reply: FastifyReply, type: string, text: string): FastifyReply {
  const tag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  reply.header('etag', tag).header('cache-control', 'no-cache')
  const held = request.headers['if-none-match']?.split(',').map((it) => it.trim())
  if (held?.some((it) => it === tag || `W/${it}` === tag)) return reply.code(304).send()
  return reply.type(type).send(text)
}

export const sendTaggedJson = (request: FastifyRequest, reply: FastifyReply, value: unknown): FastifyReply =>
  sendTagged(request, reply, 'application/json; charset=utf-8', JSON.stringify(value))
