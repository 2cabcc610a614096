import { calmDown } from './calm.ts'
import { live } from './life.ts'
import { Violation } from './violation.ts'
import { seedWebCrypto } from './webcrypto.ts'
import { type Ground, World } from './world.ts'

export interface Outcome {
  seed: number
  /** Null where every promise held. */
  broken: { invariant: string; message: string } | null
  /** Virtual ms since the run's begin. */
  at: number
  events: number
  acts: number
  hash: string
  trace: string[]
}

/** One seed is one run. */
export async function runSeed(seed: number, ground: Ground, wholeTrace = false): Promise<Outcome> {
  seedWebCrypto(seed)
  const world = new World(seed, ground, wholeTrace)
  let broken: Outcome['broken'] = null
  try {
    await live(world)
    await calmDown(world)
  } catch (error) {
    // Production code that throws what nobody has foreseen has broken a promise too; so has the simulation, for its reader.
    broken =
      error instanceof Violation
        ? { invariant: error.invariant, message: error.message }
        : { invariant: 'nothing unforeseen is thrown', message: String((error as Error).stack ?? error) }
  } finally {
    world.server.close()
  }
  const { trace, truth, time } = world
  return {
    seed,
    broken,
    at: time.now + world.slept,
    events: time.events,
    acts: truth.signings.length,
    hash: trace.hash,
    trace: wholeTrace ? trace.lines : trace.last(),
  }
}
