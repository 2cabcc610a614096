import type { Kysely } from 'kysely'
import type { Tables } from './schema.ts'
import type { Writer } from './writer.ts'

// A clock can be set wrong, or put forward by somebody in a hurry. So a day counts only when it passed twice: by the clock that people
// read, and by one that nobody can set, which runs while the server does. What the two do not agree on is not counted.

export const DAY_MS = 24 * 60 * 60 * 1000

/** Of a day, what the server must have seen itself: an hour is for updates and restarts. */
export const WITNESSED_MS = DAY_MS - 60 * 60 * 1000

const LOOK_MS = 10 * 60 * 1000

export interface WitnessPorts {
  db: Kysely<Tables>
  writer: Writer
  now: () => number
  /** ms that only ever grow, whatever is done to the clock. */
  elapsed: () => number
}

export class DayWitness {
  readonly #ports: WitnessPorts
  #timer: NodeJS.Timeout | null = null
  #last: { now: number; elapsed: number }

  constructor(ports: WitnessPorts) {
    this.#ports = ports
    this.#last = this.#read()
  }

  /** Watches on where a first tick waits from before. */
  async begin(): Promise<void> {
    const waiting = await this.#ports.db.selectFrom('destruction').select('campaign').limit(1).executeTakeFirst()
    if (waiting) this.watch()
  }

  /** Looks by itself from now on: a first tick was made. */
  watch(): void {
    // A look that fails is made up for by the next one.
    this.#timer ??= setInterval(() => void this.look().catch(() => {}), LOOK_MS).unref()
  }

  /** Adds to every first tick what has passed since the last look. */
  async look(): Promise<void> {
    const { db, writer } = this.#ports
    const [before, here] = [this.#last, this.#read()]
    this.#last = here
    const passed = Math.max(0, Math.min(here.now - before.now, here.elapsed - before.elapsed))
    const waiting = await db.selectFrom('destruction').select('campaign').limit(1).executeTakeFirst()
    if (!waiting) return
    const seen = { seen_at: here.now }
    await writer.write(async (trx) => {
      await trx
        .updateTable('destruction')
        .set((eb) => ({ ...seen, witnessed: eb('witnessed', '+', Math.floor(passed)) }))
        .execute()
    })
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer)
  }

  #read() {
    return { now: this.#ports.now(), elapsed: this.#ports.elapsed() }
  }
}
