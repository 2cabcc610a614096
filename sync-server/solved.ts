import { createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { boundTo, type Challenge, type Proof } from '../protocol/proof.ts'

// ALTCHA's check of a solution (version 2, uint32 counters, no key signature), as altcha-lib makes it, by Node's own HMAC: WebCrypto's is asked by a job
// for another thread, which takes ten times as long. tests/server/solved.test.ts holds one to the other.

export type DeriveKey = typeof deriveKey

/** Up to so many rounds, some 0.3 ms, it takes longer to wake another thread than to do them here. */
const ROUNDS_HERE = 1500

/** A key by PBKDF2, where it costs least. */
export const derive: DeriveKey = async (parameters, salt, password) =>
  parameters.cost > ROUNDS_HERE
    ? deriveKey(parameters, salt, password)
    : { parameters: {}, derivedKey: pbkdf2Sync(password, salt, parameters.cost, 32, 'sha256') }

/** Whether this challenge was made with this secret, and is solved for a body with this SHA-256. */
export async function isSolved(
  { challenge, solution }: Proof,
  bodyHash: Uint8Array,
  secret: string,
  deriveIt: DeriveKey,
): Promise<boolean> {
  const { parameters, signature } = challenge
  const made = createHmac('sha256', secret).update(signedText(parameters)).digest()
  if (!timingSafeEqual(made, Buffer.from(signature, 'hex'))) return false
  const password = Buffer.alloc(parameters.nonce.length / 2 + 4)
  password.write(parameters.nonce, 'hex')
  password.writeUInt32BE(solution.counter, password.length - 4)
  const { derivedKey } = await boundTo(bodyHash, deriveIt)(parameters, Buffer.from(parameters.salt, 'hex'), password)
  const found = Buffer.from(derivedKey).toString('hex')
  return found === solution.derivedKey && found.startsWith(parameters.keyPrefix)
}

/** What ALTCHA signs: the parameters as JSON with their names in order. */
function signedText({ algorithm, cost, data, keyLength, keyPrefix, nonce, salt }: Challenge['parameters']): string {
  const { bytes, until } = data
  return JSON.stringify({ algorithm, cost, data: { bytes, until }, keyLength, keyPrefix, nonce, salt })
}
