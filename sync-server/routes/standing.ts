import type { FastifyInstance } from 'fastify'
import { ENROL, enrolStatement, STAND_NOW } from '../../protocol/stand.ts'
import { signerOf, verifyDevice } from '../device-signature.ts'
import { acceptBytes, readJson } from '../json-body.ts'
import { LoginPace } from '../login-pace.ts'
import { parseOr, Refusal } from '../refusal.ts'
import { secretHash } from '../secrets.ts'
import { parameter, serve } from '../serve.ts'
import type { Store } from '../store/store.ts'

// What a tablet asks: to be enrolled, and what its stand is now. Whoever holds a code, or the key of an enrolled tablet, may.

const BODY_LIMIT = 2048

export interface EnrolOptions {
  store: Store
  /** The system's by default. */
  now?: () => number
}

/**
 * Wrong codes are slowed, by address. A right one is not made to wait for them: a whole stand shares one address, and with 60
 * random bits, good for some days, a guesser gains nothing by not being told to wait.
 */
export async function enrolRoutes(app: FastifyInstance, { store, now = Date.now }: EnrolOptions): Promise<void> {
  const pace = new LoginPace(now)

  serve(app, ENROL, async ({ code, device, key, signature }, request, reply) => {
    reply.header('cache-control', 'no-store')
    const signer = signerOf({ device, key, signature }, enrolStatement(code, device, key))
    if (!signer) throw new Refusal('wrong-signature')
    const standing = await store.enrolByCode(secretHash(code), signer)
    if (standing === 'unknown-code') {
      const wait = pace.knock('', request.ip)
      throw wait > 0 ? new Refusal('too-many', { retryAfterSeconds: wait / 1000 }) : new Refusal('unknown-code')
    }
    if (typeof standing === 'string') throw new Refusal(standing)
    request.log.info({ device, stand: standing.stand.id, tablet: standing.tablet }, 'enrolled')
    return standing
  })
}

/** A room of its own, because the tablet's signature covers the exact bytes. */
export async function standingRoutes(app: FastifyInstance, { store }: EnrolOptions): Promise<void> {
  acceptBytes(app, BODY_LIMIT)

  app.route({
    method: STAND_NOW.method,
    url: STAND_NOW.path,
    handler: async (request, reply) => {
      if (!Buffer.isBuffer(request.body)) throw new Refusal('wrong-content-type')
      const { device } = parseOr(STAND_NOW.body, readJson(request.body), 'not-this-shape')
      if (device !== parameter(request, 'device')) throw new Refusal('not-this-shape')
      const standing = await store.standOf(verifyDevice(request.headers, device, request.body))
      if (typeof standing === 'string') throw new Refusal(standing)
      return reply.header('cache-control', 'no-store').send(standing)
    },
  })
}
