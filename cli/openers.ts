import type { Worker } from 'node:worker_threads'
import type { Received } from '../src/console/export-rows.ts'
import type { KeyFileProblem } from '../src/console/key-file.ts'
import { PlainError } from '../sync-server/plain-error.ts'
import type { OpenedPage, OpenerTasks, Writing } from './opener.ts'
import { WorkerCall, WorkerProblem } from './worker-call.ts'

export interface ClosedKey {
  name: string
  file: Uint8Array
  phrase: string
  campaign: string
  root: string
}

const PROBLEMS: Record<KeyFileProblem, (key: ClosedKey) => string> = {
  'not-a-key-file': ({ name }) => `${name} is not a key file that Paraphe made.`,
  'wrong-phrase': ({ name }) =>
    `This passphrase does not open ${name}. Look at the words, their spelling and their order.`,
  damaged: ({ name }) => `${name} is damaged: the passphrase fits, but bytes were changed. Take another copy of it.`,
  'other-campaign': ({ name, campaign }) => `${name} is the key file of another campaign, not of ${campaign}.`,
  'other-key': ({ name, campaign }) => `${name} does not hold the key that ${campaign} was published with.`,
}

/** Threads that hold the opening keys, until they are ended. */
export class Openers {
  private constructor(private readonly threads: WorkerCall<OpenerTasks>[]) {}

  /** @throws PlainError where the key file is not opened */
  static async unlock(key: ClosedKey, writing: Writing, count: number, newWorker: () => Worker): Promise<Openers> {
    const { file, phrase, campaign, root } = key
    const first = new WorkerCall<OpenerTasks>(newWorker())
    const sealing = await first
      .ask('unlock', { file, phrase, campaign, root })
      .catch((error: unknown) => {
        const problem = error instanceof WorkerProblem ? (error.problem as KeyFileProblem) : null
        if (problem && Object.hasOwn(PROBLEMS, problem)) throw new PlainError(PROBLEMS[problem](key), { cause: error })
        throw error
      })
      .finally(() => first.end())
    const threads = Array.from({ length: count }, () => new WorkerCall<OpenerTasks>(newWorker()))
    await Promise.all(threads.map((it) => it.ask('prepare', { sealing, ...writing })))
    return new Openers(threads)
  }

  /** Opens page after page in all threads; they come out in their order, and few of them are in memory at once. */
  async *open(pages: AsyncIterable<Received[]>): AsyncGenerator<OpenedPage> {
    const working: Promise<OpenedPage>[] = []
    for await (const items of pages) {
      const idlest = this.threads.reduce((a, b) => (b.busy < a.busy ? b : a))
      const opening = idlest.ask('open', { items })
      // Whoever awaits it hears of its failure; until then it is nobody's.
      opening.catch(() => {})
      working.push(opening)
      // One for each thread, and one on its way.
      if (working.length > this.threads.length * 2) yield working.shift() as Promise<OpenedPage>
    }
    for (const opening of working) yield opening
  }

  async end(): Promise<void> {
    await Promise.all(this.threads.map((it) => it.end()))
  }
}
