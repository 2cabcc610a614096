import type { Socket } from 'node:net'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { type Reason, STATUSES } from '../protocol/reasons.ts'
import { Refusal } from './refusal.ts'

// Where every failure becomes a status and a word. What went wrong inside is logged by name and place, never sent.

const BY_CODE: Record<string, Reason> = {
  // The line broke while the body came: every day in the field, and nobody reads this answer.
  ECONNRESET: 'too-slow',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-content-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'not-this-shape',
  FST_ERR_BAD_URL: 'not-found',
  FST_ERR_MAX_PARAM_LENGTH: 'not-found',
  // Paths that @fastify/static will not touch: `..`, double slashes, other spellings of a file's name.
  FST_STATIC_FORBIDDEN_PATH: 'not-found',
}

export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const reason = BY_CODE[(error as FastifyError).code]
  return new Refusal(reason ?? 'server-error', { cause: error })
}

export function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  if (refusal.retryAfterSeconds !== null) reply.header('retry-after', Math.ceil(refusal.retryAfterSeconds))
  return reply
    .code(STATUSES[refusal.reason])
    .header('cache-control', 'no-store')
    .send({ reason: refusal.reason, ...refusal.also })
}

export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = asRefusal(error)
  if (refusal.reason === 'server-error') request.log.error({ err: error }, 'failed')
  return sendRefusal(reply, refusal)
}

/** What is so broken, or so slow, that it never became a request. Node leaves the answer to us. */
export function answerBrokenRequest(headers: Record<string, string>) {
  return (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    const reason: Reason = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'too-slow' : 'not-this-shape'
    const body = JSON.stringify({ reason })
    const lines = Object.entries({
      ...headers,
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(body.length),
      connection: 'close',
    }).map(([name, value]) => `${name}: ${value}`)
    socket.end(`HTTP/1.1 ${STATUSES[reason]} Refused\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
  }
}
