// Proof of work on its way (protocol/proof.ts): asks for a challenge, solves it, sends. Whoever needs none is asked for none, and a
// server that wants another says so and gives it along, so that nothing has to be asked twice.
import * as z from 'zod/mini'
import { CHALLENGE, Challenge, PROOF_HEADER, type Proof, proofText } from '../../protocol/proof.ts'
import { readAnswer, ServerRefusal } from '../api.ts'
import type { Alarm, Prove } from './ports.ts'
import { type Fetch, reach } from './send.ts'
import { isOfTheLine, troubleOf } from './setback.ts'
import { timed } from './trying.ts'

export interface ProvePorts {
  fetch: Fetch
  alarm: Alarm
  solve(challenge: Challenge, bytes: Uint8Array<ArrayBuffer>): Promise<Proof>
}

/** A second one may have become stale on a line that was held up; from a third on, something else is wrong. */
const MOST_CHALLENGES = 3

export function createProve({ fetch, alarm, solve }: ProvePorts): Prove {
  /** Null where the server (an older one), or a box on the way, gives none: then sending without one tells. */
  async function challengeFor(bytes: number): Promise<Challenge | null> {
    try {
      return await timed(alarm, 0, async (signal) =>
        readAnswer(CHALLENGE, await reach(fetch, `${CHALLENGE.path}?bytes=${bytes}`, { method: 'GET', signal })),
      )
    } catch (error) {
      const trouble = troubleOf(error)
      if (!trouble || isOfTheLine(trouble)) throw error
      return null
    }
  }

  return async (bytes, needsNone, ask) => {
    let challenge = needsNone ? null : await challengeFor(bytes.length)
    for (let asked = 1; ; asked++) {
      const proof = challenge && (await solve(challenge, bytes))
      try {
        return await ask(proof ? { [PROOF_HEADER]: proofText(proof) } : {})
      } catch (error) {
        challenge = asked < MOST_CHALLENGES ? challengeIn(error) : null
        if (!challenge) throw error
      }
    }
  }
}

function challengeIn(error: unknown): Challenge | null {
  if (!(error instanceof ServerRefusal) || error.reason !== 'proof-needed') return null
  const read = z.safeParse(Challenge, error.challenge)
  return read.success ? read.data : null
}
