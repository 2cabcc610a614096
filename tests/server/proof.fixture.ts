import { createHash, pbkdf2Sync } from 'node:crypto'
import { solveChallenge } from 'altcha-lib'
import type { FastifyInstance } from 'fastify'
import { boundTo, CHALLENGE, type Challenge, PROOF_HEADER, type Proof, proofText } from '../../protocol/proof.ts'
import type { Route } from '../../protocol/route.ts'
import { ROUTES } from '../../protocol/routes.ts'

// Real proofs, solved with Node's PBKDF2: WebCrypto's calls take a hundred times longer than the tries of a light challenge.

interface Parameters {
  cost: number
  keyLength: number
}

/** PBKDF2 without leaving the thread. */
export const derive = async ({ cost, keyLength }: Parameters, salt: Uint8Array, password: Uint8Array) => ({
  parameters: {},
  derivedKey: new Uint8Array(pbkdf2Sync(password, salt, cost, keyLength, 'sha256')),
})

export async function solve(challenge: Challenge, body: string | Uint8Array): Promise<Proof> {
  const hash = createHash('sha256').update(body).digest()
  const solution = await solveChallenge({ challenge, deriveKey: boundTo(hash, derive), timeout: 0 })
  if (!solution) throw new Error('not solved')
  return { challenge, solution: { counter: solution.counter, derivedKey: solution.derivedKey } }
}

export const headerOf = (proof: Proof): Record<string, string> => ({ [PROOF_HEADER]: proofText(proof) })

/** The proof that these bytes need, as a header: asked for and solved. */
export async function proofFor(app: FastifyInstance, body: string | Uint8Array, from?: string) {
  const url = `${CHALLENGE.path}?bytes=${Buffer.byteLength(body)}`
  const answer = await app.inject({ url, ...(from === undefined ? {} : { remoteAddress: from }) })
  return headerOf(await solve(answer.json(), body))
}

/** The same over the network. */
export async function proofFrom(origin: string, body: string | Uint8Array): Promise<Record<string, string>> {
  const answer = await fetch(`${origin}${CHALLENGE.path}?bytes=${Buffer.byteLength(body)}`)
  return headerOf(await solve((await answer.json()) as Challenge, body))
}

/** What phones send with a proof of work. */
export const PROVEN: readonly Route[] = [ROUTES.batch, ROUTES.withdrawal]
