// The work itself. WebCrypto does it on threads of its own, one short try after the other, so page and worker go on answering.
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { boundTo, type Challenge, type Proof } from '../../protocol/proof.ts'

/** The proof for exactly these bytes. */
export async function solve(challenge: Challenge, bytes: Uint8Array<ArrayBuffer>): Promise<Proof> {
  const bodyHash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  // No time limit: who stops half way has paid and holds nothing.
  const solution = await solveChallenge({ challenge, deriveKey: boundTo(bodyHash, deriveKey), timeout: 0 })
  if (!solution) throw new Error('a challenge was given up')
  const { counter, derivedKey } = solution
  return { challenge, solution: { counter, derivedKey } }
}
