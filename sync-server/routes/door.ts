import type { FastifyInstance, FastifyRequest } from 'fastify'
import { CONSOLE_ROUTES } from '../../protocol/console-routes.ts'
import { FailedLogins } from '../failed-logins.ts'
import { LoginPace } from '../login-pace.ts'
import { goodEnough, hashPassword, passwordMatches } from '../password.ts'
import { Refusal } from '../refusal.ts'
import { openSecret, recoveryHash, stepOf } from '../second-factor.ts'
import { secretHash } from '../secrets.ts'
import { serve } from '../serve.ts'
import type { Sessions } from '../sessions.ts'
import type { Coordinator } from '../store/coordinator-record.ts'
import type { Store } from '../store/store.ts'
import { viewOf } from '../who.ts'

interface DoorOptions {
  store: Store
  sessions: Sessions
  now: () => number
}

/** How somebody without a session gets one: by a link, or by name, password and the code of their second factor. */
export function doorRoutes(app: FastifyInstance, { store, sessions, now }: DoorOptions): void {
  const pace = new LoginPace(now)
  // Only who knows the password gets as far as a code, so counting by name alone locks nobody out whom a stranger chooses.
  const codePace = new LoginPace(now)
  const failures = new FailedLogins(store, now)

  serve(app, CONSOLE_ROUTES.offer, async ({ token }) => {
    const offer = await store.offer(secretHash(token))
    if (!offer) throw new Refusal('used-link')
    return { ...offer, name: offer.kind === 'again' ? offer.name : null }
  })

  serve(app, CONSOLE_ROUTES.setup, async ({ token, name, password }, request, reply) => {
    const tokenHash = secretHash(token)
    const offer = await store.offer(tokenHash)
    if (!offer) throw new Refusal('used-link')
    if (!goodEnough(password, offer.kind === 'again' ? offer.name : name)) throw new Refusal('weak-password')
    const made = await store.accept(tokenHash, { name, passwordHash: await hashPassword(password) })
    if (typeof made === 'string') throw new Refusal(made)
    await sessions.start(made.name, request, reply)
    await store.audit({ who: made.name, what: 'set-up' })
    request.log.info('set up')
    return viewOf(store, { ...made, enrolled: false })
  })

  serve(app, CONSOLE_ROUTES.login, async ({ name, password, code }, request, reply) => {
    knock(pace, name, request.ip)
    const coordinator = await store.coordinator(name)
    const right = await passwordMatches(coordinator?.passwordHash ?? null, password)
    if (!coordinator || !right) {
      await failures.failed(coordinator?.name ?? null)
      throw new Refusal('wrong-login')
    }
    if (coordinator.totp !== null) await secondFactor(coordinator, password, code)
    pace.welcome(name, request.ip)
    await failures.succeeded(coordinator.name)
    await sessions.start(coordinator.name, request, reply)
    await store.audit({ who: coordinator.name, what: 'logged-in' })
    return viewOf(store, { ...coordinator, enrolled: coordinator.totp !== null })
  })

  /** Refused: `code-needed`, `wrong-code`, `too-many`. */
  async function secondFactor({ name, totp }: Coordinator, password: string, code = ''): Promise<void> {
    if (code.trim() === '') throw new Refusal('code-needed')
    knock(codePace, name, '')
    const step = stepOf(await openSecret(totp as string, password), code, now())
    const recovery = recoveryHash(code)
    const good =
      step !== null
        ? await store.useStep(name, step)
        : recovery !== null && (await store.useRecoveryCode(name, recovery))
    if (!good) {
      await failures.failed(name)
      throw new Refusal('wrong-code')
    }
    codePace.welcome(name, '')
  }
}

function knock(pace: LoginPace, name: string, address: FastifyRequest['ip']): void {
  const wait = pace.knock(name, address)
  if (wait > 0) throw new Refusal('too-many', { retryAfterSeconds: wait / 1000 })
}
