// What sending costs whoever has no enrolled key (docs/abuse.md). Pure.

/** `cost`: rounds of PBKDF2 in each try; `keyPrefix`: 16 tries for each digit, on average. */
export interface Price {
  cost: number
  keyPrefix: string
}

/**
 * Many short tries and not few long ones: the same work for the sender, and the server checks it with one try, which has to be cheap.
 * 4,096 tries of 300 rounds take an 80-euro phone about two seconds, and this server some 0.1 ms to check.
 */
export const NORMAL: Price = { cost: 300, keyPrefix: '000' }
/** For trying out and for tests: real proofs that cost nothing. */
export const LIGHT: Price = { cost: 10, keyPrefix: '0' }

/** One signature is some 1,300 bytes, and the smallest envelope 900: what is sent in bulk pays in proportion. */
export const BYTES_FOR_ONE = 12 * 1024

/** Batches of phones in the ten minutes before: below this, nobody pays more than the base. Five in each second. */
export const BUSY = 3000
/** Batches from one address meanwhile that raise nothing, busy or not: a whole town may share it. */
export const OF_ONE_TOWN = 500
const MOST_TIMES = 8

/** How often the base is asked for. `here`, `everywhere`: batches from this address and in all, in the ten minutes before. */
export function times(bytes: number, here: number, everywhere: number): number {
  const size = Math.max(1, Math.ceil(bytes / BYTES_FOR_ONE))
  if (everywhere < BUSY || here <= OF_ONE_TOWN) return size
  return size * Math.min(MOST_TIMES, 2 ** Math.floor(Math.log2(here / OF_ONE_TOWN) + 1))
}
