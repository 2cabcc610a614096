// Bundled for a real browser by tests/journeys/vectors.spec.ts: seals and opens there, both ways, with both libraries.
import type { ActBody } from '../../protocol/act.ts'
import type { Envelope } from '../../protocol/envelope.ts'
import { importOpeningKey, open } from '../../protocol/opening.ts'
import { seal } from '../../protocol/seal.ts'
import vectors from '../vectors/envelope-v1.json'
import { openIndependently } from './independent-hpke.ts'
import { BODIES, headFor, newTestKey } from './samples.ts'

interface Outcome {
  vectorsOpened: unknown[]
  vectorsOpenedIndependently: unknown[]
  roundTrips: { body: ActBody; opened: unknown; independently: unknown }[]
}

declare global {
  interface Window {
    runVectors: () => Promise<Outcome>
  }
}

window.runVectors = async () => {
  const key = await importOpeningKey(vectors.sealingKey.private)
  const outcome: Outcome = { vectorsOpened: [], vectorsOpenedIndependently: [], roundTrips: [] }
  for (const { envelope } of vectors.envelopes as unknown as { envelope: Envelope }[]) {
    outcome.vectorsOpened.push(await open(envelope, key))
    outcome.vectorsOpenedIndependently.push(await openIndependently(envelope, vectors.sealingKey.private))
  }
  const fresh = await newTestKey()
  for (const body of BODIES) {
    const envelope = await seal(await headFor(body, fresh.opening.id), body, fresh.publicKey)
    outcome.roundTrips.push({
      body,
      opened: await open(envelope, fresh.opening),
      independently: await openIndependently(envelope, fresh.jwk),
    })
  }
  return outcome
}
