import type { ControlledTransaction, Kysely, Transaction } from 'kysely'
import { Refusal } from '../refusal.ts'
import type { Tables } from './schema.ts'

// The one pen. An `await` inside a transaction lets other requests run, so writes that did not queue here would land in a
// stranger's transaction. Writes that wait at the same moment share one commit (one fsync), and a failing one fails alone; every
// answer follows the commit.

/** How many writes share one commit at most; beyond that the first answers would wait for the last. */
const GROUP = 64
/**
 * How many turns of the loop without news a group waits for writes that are on their way. Such a turn takes some microseconds, so nobody
 * waits for a phone whose line is slow; where several bodies are being read, they come into one commit.
 */
const TURNS = 16
const MOST_TURNS = 64
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
  #coming = 0
  /** Size of the last group. */
  #last = 0
  /** Commits made; tests read it to see that writes share them. */
  commits = 0

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  /** How many writes wait for their commit. */
  get waiting(): number {
    return this.#waiting.length
  }

  /**
   * Runs `work` in a transaction; resolves after the commit that holds it. It may be run twice, and what it wrote the first time
   * be taken back, where another one failed that shared its transaction: so it does nothing but ask and write there.
   */
  write<T>(work: Work<T>): Promise<T> {
    if (this.#waiting.length >= QUEUE) return Promise.reject(new Refusal('overloaded', { retryAfterSeconds: 5 }))
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, done: (answer) => resolve(answer as T), failed: reject })
      this.#running ??= this.#drain()
    })
  }

  /** Tells that a write is on its way. What it returns says that it has come, or never will; again, it says nothing. */
  announce(): () => void {
    this.#coming++
    let coming = true
    return () => {
      if (coming) this.#coming--
      coming = false
    }
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#others()
      const group = this.#waiting.splice(0, GROUP)
      this.#last = group.length
      await this.#commit(group)
    }
    // In the same turn as the last look at the queue: a job pushed in between would wait for ever.
    this.#running = null
  }

  /**
   * At least one turn of the loop, so that requests which arrived together are read before the group is closed; more while some are being
   * received, or while fewer are here than came last time: those who were answered then are sending again.
   */
  async #others(): Promise<void> {
    let known = 0
    for (let idle = 0, turn = 0; idle < TURNS && turn < MOST_TURNS && this.#waiting.length < GROUP; idle++, turn++) {
      await new Promise(setImmediate)
      if (this.#coming === 0 && this.#waiting.length >= this.#last) return
      if (this.#waiting.length > known) idle = 0
      known = this.#waiting.length
    }
  }

  async #commit(group: Job[]): Promise<void> {
    let outcomes: Outcome[]
    try {
      outcomes = await this.#together(group)
    } catch (cause) {
      for (const job of group) job.failed(cause)
      return
    }
    group.forEach((job, i) => {
      const outcome = outcomes[i] as Outcome
      if ('cause' in outcome) job.failed(outcome.cause)
      else job.done(outcome.answer)
    })
  }

  /**
   * Without savepoints at first: to be able to go back to one, SQLite copies each page that is touched after it, which takes half as long
   * again as the writing. Where one fails, all begin anew with savepoints.
   */
  async #together(group: Job[]): Promise<Outcome[]> {
    let failure: { cause: unknown } | null = null
    const run = async (trx: Transaction<Tables>, { work }: Job): Promise<Outcome> => {
      try {
        return { answer: await work(trx) }
      } catch (cause) {
        failure = { cause }
        throw cause
      }
    }
    try {
      return await this.#inOne(group, run)
    } catch (cause) {
      // It was the commit: then the group fails together.
      if (failure === null) throw cause
      if (group.length === 1) return [failure]
    }
    return this.#inOne(group, inSavepoint)
  }

  async #inOne(
    group: Job[],
    run: (trx: ControlledTransaction<Tables>, job: Job) => Promise<Outcome>,
  ): Promise<Outcome[]> {
    const outcomes: Outcome[] = []
    const trx = await this.#db.startTransaction().execute()
    try {
      for (const job of group) outcomes.push(await run(trx, job))
      await trx.commit().execute()
    } catch (cause) {
      await rollBack(trx)
      throw cause
    }
    this.commits++
    return outcomes
  }
}

async function inSavepoint(trx: ControlledTransaction<Tables>, { work }: Job): Promise<Outcome> {
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
