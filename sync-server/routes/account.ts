import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Account, TEAM_ROUTES } from '../../protocol/team-routes.ts'
import { LoginPace } from '../login-pace.ts'
import { goodEnough, hashPassword, passwordMatches } from '../password.ts'
import { Refusal } from '../refusal.ts'
import { newRecoveryCodes, openSecret, recoveryHash, sealSecret, stepOf } from '../second-factor.ts'
import { parameter, serve } from '../serve.ts'
import { callerOf } from '../sessions.ts'
import type { Coordinator } from '../store/coordinator-record.ts'
import type { Store } from '../store/store.ts'
import { accountView } from '../team-view.ts'

interface AccountOptions {
  store: Store
  now: () => number
}

/** One's own password, second factor and sessions. A session alone changes neither: somebody may have found the laptop open. */
export function accountRoutes(room: FastifyInstance, { store, now }: AccountOptions): void {
  const pace = new LoginPace(now)

  async function own(request: FastifyRequest): Promise<Account> {
    const caller = callerOf(request)
    const person = await store.person(caller.name)
    if (!person) throw new Refusal('login-needed')
    return accountView(person, caller)
  }

  /** Refused: `too-many`, `wrong-login`. */
  async function proven(request: FastifyRequest, password: string): Promise<Coordinator> {
    const { name } = callerOf(request)
    const wait = pace.knock(name, '')
    if (wait > 0) throw new Refusal('too-many', { retryAfterSeconds: wait / 1000 })
    const coordinator = await store.coordinator(name)
    if (!coordinator || !(await passwordMatches(coordinator.passwordHash, password))) throw new Refusal('wrong-login')
    pace.welcome(name, '')
    return coordinator
  }

  serve(room, TEAM_ROUTES.account, async (_, request) => own(request))

  serve(room, TEAM_ROUTES.changePassword, async ({ password, next }, request) => {
    const { name, totp } = await proven(request, password)
    if (!goodEnough(next, name)) throw new Refusal('weak-password')
    const sealed = totp === null ? null : await sealSecret(await openSecret(totp, password), next)
    await store.setPassword(name, await hashPassword(next), sealed, callerOf(request).hash)
    return own(request)
  })

  serve(room, TEAM_ROUTES.setSecondFactor, async ({ password, secret, code }, request) => {
    const { name } = await proven(request, password)
    const step = stepOf(secret, code, now())
    if (step === null) throw new Refusal('wrong-code')
    const recoveryCodes = newRecoveryCodes()
    const recoveryHashes = recoveryCodes.map((it) => recoveryHash(it) as string)
    await store.setSecondFactor(name, { totp: await sealSecret(secret, password), step, recoveryHashes })
    return { recoveryCodes }
  })

  serve(room, TEAM_ROUTES.endOwnSession, async (_, request) => {
    if (!(await store.endOneSession(parameter(request, 'session'), callerOf(request).name)))
      throw new Refusal('not-found')
    return own(request)
  })
}
