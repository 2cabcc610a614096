import { parentPort, type Worker } from 'node:worker_threads'

// The program asks a worker thread, which answers each question in turn.

// biome-ignore lint/suspicious/noExplicitAny: each task names its own question and answer
export type Tasks = Record<string, (question: any) => Promise<unknown>>

interface Asked {
  n: number
  task: string
  question: unknown
}
type Said = { n: number; answer: unknown } | { n: number; problem: string }

/** A task failed in the worker. `problem` is the word of the error thrown there, `failed`, or `crashed`. */
export class WorkerProblem extends Error {
  override name = 'WorkerProblem'

  constructor(
    readonly problem: string,
    options?: ErrorOptions,
  ) {
    super(problem, options)
  }
}

/** The worker's end. Errors cross as their word. */
export function serve(tasks: Tasks): void {
  parentPort?.on('message', async ({ n, task, question }: Asked) => {
    try {
      const answer = await tasks[task]?.(question)
      parentPort?.postMessage({ n, answer } satisfies Said, bytesIn(answer))
    } catch (error) {
      const { problem } = error as { problem?: unknown }
      parentPort?.postMessage({ n, problem: typeof problem === 'string' ? problem : 'failed' } satisfies Said)
    }
  })
}

const bytesIn = (answer: unknown): ArrayBuffer[] =>
  Object.values(answer ?? {}).flatMap((it) => (it instanceof Uint8Array ? [it.buffer as ArrayBuffer] : []))

/** The program's end. */
export class WorkerCall<T extends Tasks> {
  private readonly waiting = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>()
  private last = 0

  constructor(private readonly worker: Worker) {
    worker.on('message', (said: Said) => {
      const asked = this.waiting.get(said.n)
      this.waiting.delete(said.n)
      if ('problem' in said) asked?.reject(new WorkerProblem(said.problem))
      else asked?.resolve(said.answer as never)
    })
    const crashed = (cause: unknown) => {
      for (const { reject } of this.waiting.values()) reject(new WorkerProblem('crashed', { cause }))
      this.waiting.clear()
    }
    worker.on('error', crashed)
    worker.on('exit', crashed)
  }

  get busy(): number {
    return this.waiting.size
  }

  ask<N extends keyof T & string>(task: N, question: Parameters<T[N]>[0]): Promise<Awaited<ReturnType<T[N]>>> {
    return new Promise((resolve, reject) => {
      const n = ++this.last
      this.waiting.set(n, { resolve, reject })
      this.worker.postMessage({ n, task, question } satisfies Asked)
    })
  }

  async end(): Promise<void> {
    await this.worker.terminate()
  }
}
