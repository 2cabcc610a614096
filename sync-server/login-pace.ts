// Slows guessing down without ever locking anybody out: after a few tries each further one has to wait a little longer, up to
// a minute. The address only lives in memory, as part of a key.
import { nameKey } from './name-key.ts'

const FREE_TRIES = 5
const LONGEST_WAIT_MS = 60_000
/** Tries older than this are forgotten. */
const MEMORY_MS = 15 * 60_000
const MOST_ENTRIES = 10_000

interface Entry {
  tries: number
  last: number
  next: number
}

const keyOf = (name: string, address: string): string => JSON.stringify([nameKey(name), address])

export class LoginPace {
  readonly #entries = new Map<string, Entry>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  /** Counts a try before its password is looked at, so that a volley counts too. Returns the milliseconds to wait, or 0. */
  knock(name: string, address: string): number {
    const now = this.#now()
    const key = keyOf(name, address)
    const known = this.#entries.get(key)
    const entry = known && now - known.last < MEMORY_MS ? known : { tries: 0, last: now, next: now }
    if (now < entry.next) return entry.next - now
    entry.tries++
    entry.last = now
    if (entry.tries >= FREE_TRIES)
      entry.next = now + Math.min(LONGEST_WAIT_MS, 1000 * 2 ** Math.min(10, entry.tries - FREE_TRIES))
    this.#remember(key, entry)
    return 0
  }

  /** The password was right: what was tried before does not count any more. */
  welcome(name: string, address: string): void {
    this.#entries.delete(keyOf(name, address))
  }

  /** A Map keeps the order of insertion: what was not touched for longest is first, and goes first. */
  #remember(key: string, entry: Entry): void {
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    if (this.#entries.size <= MOST_ENTRIES) return
    const [oldest] = this.#entries.keys()
    if (oldest !== undefined) this.#entries.delete(oldest)
  }
}
