import { hash } from 'node:crypto'
import { type RandomBytes, systemRandom, toHex } from '../protocol/ids.ts'

// How much came from where, of late. An address is only known by a hash whose key is thrown away with each period: nothing of it
// outlives the period, and nothing of it is written anywhere.

/** Beyond it, those that came first are forgotten; to be many costs an attacker addresses. */
const MOST_ADDRESSES = 50_000

export interface CrowdOptions {
  periodMs: number
  now: () => number
  random?: RandomBytes
}

export class Crowd {
  readonly #options: CrowdOptions
  #period = Number.NaN
  #key = ''
  #counts = new Map<string, number>()
  #everywhere = 0

  constructor(options: CrowdOptions) {
    this.#options = options
  }

  /** Counts `amount` more from an address. */
  add(address: string, amount: number): void {
    const who = this.#known(address)
    const before = this.#counts.get(who) ?? 0
    this.#counts.set(who, before + amount)
    this.#everywhere += amount
    if (this.#counts.size <= MOST_ADDRESSES) return
    const [oldest] = this.#counts.keys()
    if (oldest !== undefined) this.#counts.delete(oldest)
  }

  /** What came from an address in this period. */
  from(address: string): number {
    return this.#counts.get(this.#known(address)) ?? 0
  }

  /** What came in this period, from wherever. */
  get everywhere(): number {
    this.#begin()
    return this.#everywhere
  }

  #begin(): void {
    const { periodMs, now, random = systemRandom } = this.#options
    const period = Math.floor(now() / periodMs)
    if (period === this.#period) return
    this.#period = period
    this.#key = toHex(random(32))
    this.#counts.clear()
    this.#everywhere = 0
  }

  #known(address: string): string {
    this.#begin()
    // Not an HMAC, which takes four times as long: nobody sees the hashes, and what is behind a key of fixed length has one reading.
    return hash('sha256', this.#key + networkOf(address), 'base64url')
  }
}

/** One household or phone has a whole /64 of IPv6 (RFC 6177); IPv4 may come written as IPv6 (RFC 4291 §2.5.5.2). */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('%')[0]?.split('::') ?? []
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  const groups = [...left, ...new Array<string>(zeros).fill('0'), ...right]
  return groups
    .slice(0, 4)
    .map((it) => it.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')
}
