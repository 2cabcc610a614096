import { CONSOLE_ROUTES, type Coordinator } from '../../protocol/console-routes.ts'
import type { Role } from '../../protocol/roles.ts'
import type { AnswerOf, Route } from '../../protocol/route.ts'
import { call as callServer, type Request, ServerRefusal } from '../api.ts'

// Who is at the console. When the session ends while someone works, calls wait for the next login and then go on, so that the
// screen, and what was typed or opened in it, stays.

export type SessionState =
  | { kind: 'checking' }
  | { kind: 'failed'; error: unknown }
  | { kind: 'out' }
  | { kind: 'in'; me: Coordinator }
  /** The work stays where it is, behind the login. */
  | { kind: 'expired'; me: Coordinator }

type Call = <R extends Route>(route: R, request?: Request<R>) => Promise<AnswerOf<R>>

const isLoginNeeded = (error: unknown) => error instanceof ServerRefusal && error.reason === 'login-needed'

export class Session {
  private state: SessionState = { kind: 'checking' }
  private waiting: (() => void)[] = []

  constructor(
    private readonly onChange: (state: SessionState) => void,
    private readonly callOnce: Call = callServer,
  ) {}

  /** Who is logged in; null where nobody is. */
  get name(): string | null {
    return 'me' in this.state ? this.state.me.name : null
  }

  /** What they may do; null where nobody is. */
  get role(): Role | null {
    return 'me' in this.state ? this.state.me.role : null
  }

  private become(state: SessionState): void {
    this.state = state
    this.onChange(state)
  }

  /** Asks the server whether this browser is logged in. */
  async check(): Promise<void> {
    this.become({ kind: 'checking' })
    try {
      this.entered(await this.callOnce(CONSOLE_ROUTES.session))
    } catch (error) {
      this.become(isLoginNeeded(error) ? { kind: 'out' } : { kind: 'failed', error })
    }
  }

  /** Not through `call`: a wrong login must not wait for a login. */
  logIn(name: string, password: string, code: string | null): Promise<AnswerOf<typeof CONSOLE_ROUTES.login>> {
    return this.callOnce(CONSOLE_ROUTES.login, { body: { name, password, ...(code === null ? {} : { code }) } })
  }

  /** What a set-up link is for. */
  offer(token: string): Promise<AnswerOf<typeof CONSOLE_ROUTES.offer>> {
    return this.callOnce(CONSOLE_ROUTES.offer, { body: { token } })
  }

  setUp(token: string, name: string, password: string): Promise<AnswerOf<typeof CONSOLE_ROUTES.setup>> {
    return this.callOnce(CONSOLE_ROUTES.setup, { body: { token, name, password } })
  }

  /** They have a second factor from now on. */
  enrolled(): void {
    if (this.state.kind === 'in') this.become({ kind: 'in', me: { ...this.state.me, secondFactor: true } })
  }

  /** A login succeeded: calls that waited for it go on. */
  entered(me: Coordinator): void {
    this.become({ kind: 'in', me })
    const waiting = this.waiting
    this.waiting = []
    for (const goOn of waiting) goOn()
  }

  /** As `call` in api.ts, but an ended session asks for a login and then tries again. */
  readonly call: Call = (route, request = {}) => this.patient(() => this.callOnce(route, request), request.signal)

  /** Does something that may need a login, again after each login. */
  async patient<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    for (;;) {
      try {
        return await work()
      } catch (error) {
        if (!isLoginNeeded(error) || this.state.kind === 'out') throw error
        await this.loginOr(signal)
      }
    }
  }

  private loginOr(signal: AbortSignal | undefined): Promise<void> {
    if (this.state.kind === 'in') this.become({ kind: 'expired', me: this.state.me })
    return new Promise((resolve, reject) => {
      this.waiting.push(resolve)
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
    })
  }

  /** Ends the session here and at the server. A session that had already ended is fine. */
  async leave(): Promise<void> {
    try {
      await this.callOnce(CONSOLE_ROUTES.logout)
    } catch (error) {
      if (!isLoginNeeded(error)) throw error
    }
    this.become({ kind: 'out' })
  }
}
