// Chance that one seed decides: sfc32 (C. Doty-Humphrey, PractRand), its state filled by a multiplicative hash of the seed.
export class Chance {
  #a: number
  #b: number
  #c: number
  #d = 1

  constructor(seed: number) {
    const mixed = (salt: number) => Math.imul(seed ^ salt, 0x9e3779b1) ^ (seed >>> 15)
    this.#a = mixed(0x243f6a88)
    this.#b = mixed(0x85a308d3)
    this.#c = mixed(0x13198a2e)
    for (let i = 0; i < 15; i++) this.next()
  }

  /** 0 to 1, one left out. */
  next(): number {
    const sum = (this.#a + this.#b + this.#d) | 0
    this.#d = (this.#d + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }

  between = (from: number, to: number): number => from + this.next() * (to - from)
  /** A whole number, both ends included. */
  whole = (from: number, to: number): number => from + Math.floor(this.next() * (to - from + 1))
  happens = (probability: number): boolean => this.next() < probability
  /** Mostly near `from`, now and then near `to`, whatever their distance. */
  scattered = (from: number, to: number): number => from * (to / from) ** this.next()
  bytes = (length: number): Uint8Array => Uint8Array.from({ length }, () => this.whole(0, 255))

  of<T>(list: readonly T[]): T {
    return list[this.whole(0, list.length - 1)] as T
  }

  /** One of these, as likely as its weight; null where nothing has any. */
  weighted<T extends string>(weights: Partial<Record<T, number>>): T | null {
    const entries = Object.entries(weights) as [T, number][]
    let at = this.between(
      0,
      entries.reduce((sum, [, weight]) => sum + weight, 0),
    )
    for (const [it, weight] of entries) {
      at -= weight
      if (at < 0) return it
    }
    return null
  }
}
