import { workerURL } from '../trusted-types.ts'

// A page asks a dedicated worker, which answers each question: one small line for all the console's workers.

// biome-ignore lint/suspicious/noExplicitAny: each task names its own question and answer
export type Tasks = Record<string, (question: any) => Promise<unknown>>
type Question<T extends Tasks, N extends keyof T> = Parameters<T[N]>[0]
type Answer<T extends Tasks, N extends keyof T> = Awaited<ReturnType<T[N]>>

interface Asked {
  n: number
  task: string
  question: unknown
}
type Said = { n: number; answer: unknown } | { n: number; problem: string }

/** A task failed in the worker. `problem` is the word of the error thrown there, or `crashed`. */
export class WorkerProblem extends Error {
  constructor(
    readonly problem: string,
    options?: ErrorOptions,
  ) {
    super(problem, options)
    this.name = 'WorkerProblem'
  }
}

/** The worker's end. Errors cross as their word; what they say besides stays in the worker. */
export function serve(tasks: Tasks): void {
  addEventListener('message', async ({ data: { n, task, question } }: MessageEvent<Asked>) => {
    try {
      const answer = await tasks[task]?.(question)
      self.postMessage({ n, answer } satisfies Said, { transfer: transferable(answer) })
    } catch (error) {
      const problem = (error as { problem?: unknown }).problem
      self.postMessage({ n, problem: typeof problem === 'string' ? problem : 'failed' } satisfies Said)
    }
  })
}

/** Bytes at the first level of an answer, or in a list there, move instead of being copied. */
const transferable = (answer: unknown): Transferable[] =>
  Object.values(answer ?? {})
    .flat()
    .flatMap((it) => (it instanceof Uint8Array ? [it.buffer as ArrayBuffer] : []))

/** The page's end. */
export class WorkerLine<T extends Tasks> {
  private readonly worker: Worker
  private readonly waiting = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>()
  private last = 0

  constructor(url: string) {
    this.worker = new Worker(workerURL(url), { type: 'module' })
    this.worker.onmessage = ({ data }: MessageEvent<Said>) => {
      const asked = this.waiting.get(data.n)
      this.waiting.delete(data.n)
      if ('problem' in data) asked?.reject(new WorkerProblem(data.problem))
      else asked?.resolve(data.answer as never)
    }
    this.worker.onerror = (event) => this.fail(new WorkerProblem('crashed', { cause: event.message }))
  }

  /** How many questions wait for an answer. */
  get busy(): number {
    return this.waiting.size
  }

  ask<N extends keyof T & string>(
    task: N,
    question: Question<T, N>,
    transfer: Transferable[] = [],
  ): Promise<Answer<T, N>> {
    return new Promise((resolve, reject) => {
      const n = ++this.last
      this.waiting.set(n, { resolve, reject })
      this.worker.postMessage({ n, task, question } satisfies Asked, transfer)
    })
  }

  /** Ends the worker, and with it everything it remembered. Open questions end as an AbortError. */
  end(): void {
    this.worker.terminate()
    this.fail(new DOMException('worker ended', 'AbortError'))
  }

  private fail(error: Error): void {
    for (const { reject } of this.waiting.values()) reject(error)
    this.waiting.clear()
  }
}
