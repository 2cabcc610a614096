import type { ControlledTransaction, Kysely, Transaction } from 'kysely'
import { Refusal } from '../refusal.ts'
import type { Tables } from './schema.ts'

// The one pen. An `await` inside a transaction lets other requests run, so writes that did not queue here would land in a
// stranger's transaction. Writes that wait at the same moment share one commit (one fsync), each in a savepoint so that a
// failing one fails alone; every answer follows the commit.

/** How many writes share one commit at most; beyond that the first answers would wait for the last. */
const GROUP = 64
/** How many writes may wait before new ones are turned away with `overloaded`. */
export const QUEUE = 2000

type Work<T> = (trx: Transaction<Tables>) => Promise<T>

interface Job {
  work: Work<unknown>
  done: (answer: unknown) => void
  failed: (cause: unknown) => void
}

type Outcome = { answer: unknown } | { cause: unknown }

export class Writer {
  readonly #db: Kysely<Tables>
  #waiting: Job[] = []
  #running: Promise<void> | null = null
  /** Commits made; tests read it to see that writes share them. */
  commits = 0

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  /** How many writes wait for their commit. */
  get waiting(): number {
    return this.#waiting.length
  }

  /** Runs `work` in a transaction; resolves after the commit that holds it. */
  write<T>(work: Work<T>): Promise<T> {
    if (this.#waiting.length >= QUEUE) return Promise.reject(new Refusal('overloaded', { retryAfterSeconds: 5 }))
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, done: (answer) => resolve(answer as T), failed: reject })
      this.#running ??= this.#drain()
    })
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      // One turn of the loop, so that requests which arrived together are read before the group is closed.
      await new Promise(setImmediate)
      await this.#commit(this.#waiting.splice(0, GROUP))
    }
    // In the same turn as the last look at the queue: a job pushed in between would wait for ever.
    this.#running = null
  }

  async #commit(group: Job[]): Promise<void> {
    const outcomes: Outcome[] = []
    try {
      const trx = await this.#db.startTransaction().execute()
      try {
        for (const job of group) outcomes.push(await inSavepoint(trx, job.work))
        await trx.commit().execute()
      } catch (cause) {
        await rollBack(trx)
        throw cause
      }
    } catch (cause) {
      for (const job of group) job.failed(cause)
      return
    }
    this.commits++
    group.forEach((job, i) => {
      const outcome = outcomes[i] as Outcome
      if ('cause' in outcome) job.failed(outcome.cause)
      else job.done(outcome.answer)
    })
  }
}

async function inSavepoint(trx: ControlledTransaction<Tables>, work: Work<unknown>): Promise<Outcome> {
  const inner = await trx.savepoint('job').execute()
  try {
    const answer = await work(inner)
    await inner.releaseSavepoint('job').execute()
    return { answer }
  } catch (cause) {
    // Throws when the whole transaction is gone (disk full, I/O error): then the group fails together.
    const back = await inner.rollbackToSavepoint('job').execute()
    await back.releaseSavepoint('job' as never).execute()
    return { cause }
  }
}

/** SQLite may have rolled back by itself; the failure that matters is the one that brought us here. */
async function rollBack(trx: ControlledTransaction<Tables>): Promise<void> {
  try {
    await trx.rollback().execute()
  } catch {}
}
