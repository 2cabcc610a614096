import { join } from 'node:path'
import { openPool } from './pool.ts'
import { firstDay } from './template.ts'
import { TIMERS } from './timers.ts'
import { takeOverWebCrypto } from './webcrypto.ts'
import { BEGINS, type Ground } from './world.ts'

// What a bundle of the simulation gives. Bundles with a mutant are other instances of all this.

export type { Outcome } from './run.ts'
export { runSeed } from './run.ts'

Object.assign(globalThis, { simulated: { ...TIMERS, performance: { now: () => 0 } } })
// Packing runs on threads of its own, whose order nobody decides. Without it production code sends bodies as they are.
Reflect.deleteProperty(globalThis, 'CompressionStream')
takeOverWebCrypto()

export async function openGround(cache: string): Promise<Ground> {
  const pool = await openPool(join(cache, 'pool-2.json'))
  return { pool, firstDay: await firstDay(pool, BEGINS - 86_400_000) }
}
