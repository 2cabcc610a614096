import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type RandomBytes, systemRandom } from '../protocol/ids.ts'
import { Refusal } from './refusal.ts'
import { newSecret, secretHash } from './secrets.ts'
import type { Session, Store } from './store/store.ts'

/** A working day at a stand; who reads names on a shared computer should not stay logged in overnight. */
const SESSION_HOURS = 12

export interface SessionOptions {
  store: Store
  /** The public address: its scheme decides about the cookie. */
  origin: () => string
  now: () => number
  random?: RandomBytes
}

/** Logging in and out, and who is calling. */
export class Sessions {
  readonly #options: SessionOptions

  constructor(options: SessionOptions) {
    this.#options = options
  }

  async start(name: string, reply: FastifyReply): Promise<void> {
    const secret = newSecret(this.#options.random ?? systemRandom)
    await this.#options.store.startSession(
      secretHash(secret),
      name,
      this.#options.now() + SESSION_HOURS * 60 * 60 * 1000,
    )
    reply.setCookie(this.#cookie.name, secret, { ...this.#cookie.options, maxAge: SESSION_HOURS * 60 * 60 })
  }

  /** Refused: `login-needed`. */
  async current(request: FastifyRequest): Promise<Session> {
    const session = await this.#find(request)
    if (!session) throw new Refusal('login-needed')
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
