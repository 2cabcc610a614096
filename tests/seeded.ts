// Chance that can be played again: a run prints its seed, and PARAPHE_SEED repeats it.

export interface Chance {
  readonly seed: number
  /** 0 to 1, one left out. */
  next(): number
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number
  pick<T>(from: readonly T[]): T
}

/** mulberry32: small, and even enough for choosing moments. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    seed,
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick: (from) => from[Math.floor(next() * from.length)] as (typeof from)[number],
  }
}

/** PARAPHE_SEED, or one that no other run has. */
export const newSeed = (): number => Number(process.env.PARAPHE_SEED ?? Math.floor(Math.random() * 2 ** 32))
