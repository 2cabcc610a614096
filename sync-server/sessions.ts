import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type RandomBytes, systemRandom } from '../protocol/ids.ts'
import { agentOf } from './agent.ts'
import { Refusal } from './refusal.ts'
import { newSecret, secretHash } from './secrets.ts'
import type { Session } from './store/coordinator-record.ts'
import type { Store } from './store/store.ts'

/** A working day at a stand; who reads names on a shared computer should not stay logged in overnight. */
const SESSION_HOURS = 12

/** A session's last use is written down once in a while and not with every call. */
const TOUCH_MS = 60_000

export interface SessionOptions {
  store: Store
  /** The public address: its scheme decides about the cookie. */
  origin: () => string
  now: () => number
  random?: RandomBytes
}

const callers = new WeakMap<FastifyRequest, Session>()

/** Who is calling, in the coordinators' room. */
export function callerOf(request: FastifyRequest): Session {
  const caller = callers.get(request)
  if (!caller) throw new Error('outside the coordinators’ room')
  return caller
}

/** Logging in and out, and who is calling. */
export class Sessions {
  readonly #options: SessionOptions

  constructor(options: SessionOptions) {
    this.#options = options
  }

  async start(name: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const secret = newSecret(this.#options.random ?? systemRandom)
    const expiresAt = this.#options.now() + SESSION_HOURS * 60 * 60 * 1000
    await this.#options.store.startSession(secretHash(secret), name, expiresAt, agentOf(request.headers['user-agent']))
    reply.setCookie(this.#cookie.name, secret, { ...this.#cookie.options, maxAge: SESSION_HOURS * 60 * 60 })
  }

  /** Who is calling; from then on `callerOf` knows them too. Refused: `login-needed`. */
  async current(request: FastifyRequest): Promise<Session> {
    const known = callers.get(request)
    if (known) return known
    const session = await this.#find(request)
    if (!session) throw new Refusal('login-needed')
    callers.set(request, session)
    if (this.#options.now() - session.lastUsedAt >= TOUCH_MS) await this.#options.store.touchSession(session.hash)
    return session
  }

  async isOpen(request: FastifyRequest): Promise<boolean> {
    return (await this.#find(request)) !== null
  }

  async end(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const secret = request.cookies[this.#cookie.name]
    if (secret) await this.#options.store.endSession(secretHash(secret))
    reply.clearCookie(this.#cookie.name, this.#cookie.options)
  }

  async #find(request: FastifyRequest): Promise<Session | null> {
    const secret = request.cookies[this.#cookie.name]
    return secret ? this.#options.store.session(secretHash(secret)) : null
  }

  /** `__Host-` binds a cookie to this host and to https, which engines do not all grant to http on loopback. */
  get #cookie(): { name: string; options: CookieSerializeOptions } {
    const secure = this.#options.origin().startsWith('https:')
    return {
      name: secure ? '__Host-paraphe' : 'paraphe',
      options: { path: '/', httpOnly: true, sameSite: 'strict', secure },
    }
  }
}
