// The one typed fetch to Paraphe's own server, for page and worker alike: no DOM, no feature.
import * as z from 'zod/mini'
import type { Reason } from '../protocol/reasons.ts'
import { type AnswerOf, type BodyOf, pathOf, Refused, type Route } from '../protocol/route.ts'

// Whatever in a page reads zod's schemas comes through here first: zod must not probe for eval, which our CSP reports. Not in
// main.tsx, because a page that is only read loads no zod.
z.config({ jitless: true })

/** The server answered with a word from the closed list. */
export class ServerRefusal extends Error {
  constructor(
    readonly reason: Reason,
    readonly status: number,
    readonly retryAfterSeconds: number | null,
    /** With `proof-needed`: what is to be solved (protocol/proof.ts). */
    readonly challenge?: unknown,
  ) {
    super(reason)
    this.name = 'ServerRefusal'
  }
}

/**
 * Nothing that this server says came back. `network`: no answer, or it was cut short · `timeout` · `not-our-answer`: something
 * answered, but not Paraphe in this route's shape (a captive portal, a proxy's error page).
 */
export class NoAnswer extends Error {
  constructor(
    readonly why: 'network' | 'timeout' | 'not-our-answer',
    readonly status: number | null,
    options?: ErrorOptions,
    /** What a proxy in front of the server asked for. */
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(why, options)
    this.name = 'NoAnswer'
  }
}

export interface Request<R extends Route> {
  parameters?: Record<string, string>
  query?: Record<string, string>
  body?: BodyOf<R>
  signal?: AbortSignal
}

/**
 * Calls a route and returns its parsed answer.
 * @throws ServerRefusal, NoAnswer; an abort by `signal` passes as the AbortError that it is.
 */
export async function call<R extends Route>(route: R, request: Request<R> = {}): Promise<AnswerOf<R>> {
  const query = request.query ? `?${new URLSearchParams(request.query)}` : ''
  const init: RequestInit = { method: route.method, credentials: 'same-origin', cache: 'no-cache' }
  if (request.signal) init.signal = request.signal
  if (request.body !== undefined) {
    init.body = JSON.stringify(request.body)
    init.headers = { 'content-type': 'application/json' }
  }
  let response: Response
  try {
    response = await fetch(pathOf(route, request.parameters) + query, init)
  } catch (cause) {
    if (request.signal?.aborted) throw request.signal.reason ?? cause
    throw new NoAnswer('network', null, { cause })
  }
  return readAnswer(route, response)
}

/** Reads a response to a route: the answer, or the error that `call` documents. */
export async function readAnswer<R extends Route>(route: R, response: Response): Promise<AnswerOf<R>> {
  let json: unknown
  try {
    const text = await response.text()
    json = text === '' ? undefined : JSON.parse(text)
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw new NoAnswer('network', response.status, { cause })
    throw new NoAnswer('not-our-answer', response.status, { cause }, retryAfter(response))
  }
  if (!response.ok) {
    const refused = z.safeParse(Refused, json)
    if (!refused.success) throw new NoAnswer('not-our-answer', response.status, {}, retryAfter(response))
    throw new ServerRefusal(refused.data.reason, response.status, retryAfter(response), refused.data.challenge)
  }
  const answer = z.safeParse(route.answer, json)
  if (!answer.success) throw new NoAnswer('not-our-answer', response.status, { cause: answer.error })
  return answer.data as AnswerOf<R>
}

/** Retry-After in seconds (RFC 9110 §10.2.3; the form with a date is read against the answer's own Date). */
function retryAfter(response: Response): number | null {
  const value = response.headers.get('retry-after')
  if (!value) return null
  if (/^\d+$/.test(value)) return Number(value)
  const until = Date.parse(value)
  const now = Date.parse(response.headers.get('date') ?? '')
  return Number.isNaN(until) || Number.isNaN(now) ? null : Math.max(0, (until - now) / 1000)
}
