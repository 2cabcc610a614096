// Virtual time. Everything that happens is an event of this queue; between two events all promises run until nothing but the
// queue can wake them. So a run has one order, which its seed decides.

export interface Due {
  at: number
  nth: number
  what: (() => void | Promise<void>) | null
}

const before = (a: Due, b: Due) => a.at < b.at || (a.at === b.at && a.nth < b.nth)

export class Time {
  /** ms, as far as anybody was awake; what slept through is `World.slept`. */
  now = 0
  events = 0
  #heap: Due[] = []

  after(ms: number, what: () => void | Promise<void>): Due {
    const due = { at: this.now + Math.max(0, ms), nth: this.#count++, what }
    this.#push(due)
    return due
  }

  #count = 0

  /** Runs what is due until `end`; `then` after each event, when everything it woke has come to rest. */
  async runUntil(end: number, then: () => void): Promise<void> {
    for (;;) {
      const next = this.#heap[0]
      if (!next || next.at > end) break
      this.#pop()
      if (!next.what) continue
      this.now = next.at
      this.events++
      const going = next.what()
      if (going) await going
      await rest()
      then()
    }
    this.now = end
  }

  #push(due: Due): void {
    const heap = this.#heap
    let at = heap.push(due) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!before(due, heap[parent] as Due)) break
      heap[at] = heap[parent] as Due
      at = parent
    }
    heap[at] = due
  }

  #pop(): void {
    const heap = this.#heap
    const last = heap.pop() as Due
    if (heap.length === 0) return
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && before(heap[child + 1] as Due, heap[child] as Due)) child++
      if (!before(heap[child] as Due, last)) break
      heap[at] = heap[child] as Due
      at = child
    }
    heap[at] = last
  }
}

/** A turn of the real loop comes only when no promise has anything left to do. */
const rest = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
