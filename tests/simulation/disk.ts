import { DURABILITY } from '../../src/outbox/durability.ts'
import { type Storage, StorageFailure, type StorageProblem } from '../../src/outbox/storage.ts'
import { copyOf, noRows, type Rows, verbs } from '../outbox/memory-storage.ts'
import type { Actor } from './actor.ts'
import type { Chance } from './chance.ts'
import type { Time } from './time.ts'

// One device's IndexedDB on a disk that forgets. A commit is seen by every tab at once, is on disk a while later, and with the
// outbox's `strict` its promise resolves after that; with `relaxed`, before. A power cut leaves what was on disk.

/** before: nothing was written · after: it is written, but nobody is told · never: nothing is, and everybody is told that it was. */
export interface DiskFault {
  problem: StorageProblem
  when: 'before' | 'after' | 'never'
}

export class Disk {
  seen = noRows()
  safe = noRows()
  /** What the next writes meet. */
  faults: DiskFault[] = []
  /** What everything meets, until it is null again. */
  sick: StorageProblem | null = null
  /** Writes that were told and never made. */
  lies = 0
  /** Told of each change of `seen` or `safe`. */
  changed: () => void = () => {}
  #life = 0
  #open = false
  #commits = 0
  #lastSafe = 0

  constructor(
    readonly time: Time,
    readonly chance: Chance,
  ) {}

  cutPower(): void {
    this.#life++
    this.seen = this.safe
    this.changed()
  }

  /** Storage as this thread sees it. */
  seenBy(actor: Actor): Storage {
    const transaction = <T>(writes: boolean, work: Parameters<Storage['write']>[0]): Promise<T> =>
      new Promise((resolve, reject) => {
        const fault = writes ? this.faults.shift() : undefined
        const begin = () => {
          const failed = (problem: StorageProblem) => reject(new StorageFailure(problem))
          if (this.sick && (writes || this.sick !== 'quota')) return failed(this.sick)
          if (fault?.when === 'before') return failed(fault.problem)
          if (fault?.when === 'never') this.lies++
          const rows = writes ? copyOf(this.seen) : this.seen
          // A transaction of IndexedDB ends when nothing of it is asked any more: none may wait for anything else.
          if (this.#open) throw new Error('a transaction waits for something that is not the database')
          this.#open = true
          const value = work(verbs(rows)).finally(() => {
            this.#open = false
          })
          const end = (it: unknown) => (fault && fault.when === 'after' ? failed(fault.problem) : resolve(it as T))
          value.then(
            (it) =>
              writes && fault?.when !== 'never' ? this.#commit(rows, () => actor.enter(() => end(it))) : end(it),
            reject,
          )
        }
        actor.after(this.chance.between(0.2, writes ? 8 : 3), begin)
      })
    return {
      write: (work) => transaction(true, work as never),
      read: (work) => transaction(false, work as never),
      watch: () => () => {},
    }
  }

  #commit(rows: Rows, done: () => void): void {
    this.seen = rows
    this.changed()
    const life = this.#life
    const nth = ++this.#commits
    const sync = () => {
      if (life !== this.#life || nth <= this.#lastSafe) return
      this.#lastSafe = nth
      this.safe = rows
      this.changed()
    }
    if (DURABILITY === 'strict') {
      this.time.after(this.chance.scattered(1, 60), () => {
        sync()
        if (life === this.#life) this.time.after(this.chance.between(0, 2), done)
      })
    } else {
      this.time.after(this.chance.scattered(1000, 30_000), sync)
      this.time.after(this.chance.between(0, 2), done)
    }
  }
}
