import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { createChallenge } from 'altcha-lib'
import { type Challenge, PROOF_HEADER, readProof } from '../protocol/proof.ts'
import { Crowd } from './crowd.ts'
import { NORMAL, type Price, times } from './price.ts'
import { Refusal } from './refusal.ts'
import { type DeriveKey, derive, isSolved } from './solved.ts'
import type { UsedChallenge } from './store/challenge-store.ts'

// Proof of work at the server (protocol/proof.ts). Nothing is remembered of a challenge until it comes back solved; then the store
// knows it, until it would have ended anyway, by the body that it was solved for.

/** Long enough for the largest batch of the slowest phone when the price is highest. */
const GOOD_FOR_MS = 30 * 60_000
const CROWD_MS = 10 * 60_000

/** A body in bytes is all that a challenge is asked for; beyond this no route takes one. */
const MOST_BYTES = 1024 * 1024

export interface ProofOptions {
  /** Signs the challenges. A function, because it belongs to the store that is open just now. */
  secret: () => string
  now?: () => number
  price?: Price
  /** Where it costs least by default. */
  derive?: DeriveKey
}

export class Proofs {
  readonly #secret: () => string
  readonly #now: () => number
  readonly #price: Price
  readonly #derive: DeriveKey
  readonly #crowd: Crowd

  constructor({ secret, now = Date.now, price = NORMAL, derive: own = derive }: ProofOptions) {
    this.#secret = secret
    this.#now = now
    this.#price = price
    this.#derive = own
    this.#crowd = new Crowd({ periodMs: CROWD_MS, now })
  }

  /** A new challenge for a body of so many bytes from this address. */
  async challenge(bytes: number, address: string): Promise<Challenge> {
    const most = Math.min(MOST_BYTES, Math.max(0, bytes))
    const { cost, keyPrefix } = this.#price
    const made = await createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost: cost * times(most, this.#crowd.from(address), this.#crowd.everywhere),
      keyPrefix,
      data: { bytes: most, until: Math.floor((this.#now() + GOOD_FOR_MS) / 1000) },
      deriveKey: this.#derive,
      hmacSignatureSecret: this.#secret(),
    })
    return made as Challenge
  }

  /**
   * What the store has to remember of the proof that came with these bytes. @throws Refusal `proof-needed`, with a challenge, where
   * there is none, or one that is stale, for another body, or not solved
   */
  async check(headers: IncomingHttpHeaders, body: Uint8Array, address: string): Promise<UsedChallenge> {
    const said = headers[PROOF_HEADER]
    const proof = typeof said === 'string' ? readProof(said) : null
    if (!proof) throw await this.needed(body.length, address)
    const { nonce, data } = proof.challenge.parameters
    const hash = createHash('sha256').update(body).digest()
    const solved = await isSolved(proof, hash, this.#secret(), this.#derive)
    const until = data.until * 1000
    if (!solved || until <= this.#now() || body.length > data.bytes) throw await this.needed(body.length, address)
    this.#crowd.add(address, 1)
    return { nonce, body: hash.toString('base64url'), until }
  }

  /** The refusal that brings its own cure. */
  async needed(bytes: number, address: string): Promise<Refusal> {
    return new Refusal('proof-needed', { also: { challenge: await this.challenge(bytes, address) } })
  }
}
