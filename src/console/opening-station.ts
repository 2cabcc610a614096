import type { KeyTasks } from './key.worker.ts'
import keyWorker from './key.worker.ts?worker&url'
import type { OpeningTasks } from './opening.worker.ts'
import openingWorker from './opening.worker.ts?worker&url'
import type { ComePage } from './opening-run.ts'
import { WorkerLine } from './worker-line.ts'

// The opened private key, in the memory of a few workers and nowhere else. Locking ends them.

export interface ClosedKey {
  campaign: string
  /** The published root: a file that does not hold it is another one. */
  root: string
  file: Uint8Array
  phrase: string
}

const MOST_WORKERS = 4

export class OpeningStation {
  private constructor(
    private readonly lines: WorkerLine<OpeningTasks>[],
    private readonly holds: readonly string[],
  ) {}

  /** @throws WorkerProblem with a KeyFileProblem, `failed` or `crashed` */
  static async unlock(closed: ClosedKey): Promise<OpeningStation> {
    const keyLine = new WorkerLine<KeyTasks>(keyWorker)
    const count = Math.min(MOST_WORKERS, Math.max(1, navigator.hardwareConcurrency ?? 1))
    const lines = Array.from({ length: count }, () => new WorkerLine<OpeningTasks>(openingWorker))
    try {
      const channels = lines.map(() => new MessageChannel())
      const ports = channels.map((it) => it.port1)
      const received = lines.map((line, i) => {
        const port = (channels[i] as MessageChannel).port2
        return line.ask('receiveKeys', { port }, [port])
      })
      const unlocked = keyLine.ask('unlock', { ...closed, ports }, ports)
      await Promise.all([...received, unlocked])
      return new OpeningStation(lines, await unlocked)
    } catch (error) {
      for (const line of lines) line.end()
      throw error
    } finally {
      keyLine.end()
    }
  }

  /** Whether the key file has this key, by its id. An older file lacks what was made since. */
  has(key: string): boolean {
    return this.holds.includes(key)
  }

  /** For each worker a page that it opens, and one at hand: it would idle for as long as the next one travels. */
  get lanes(): number {
    return this.lines.length * 2
  }

  /** What is opened from now on goes where these ports lead: one for each worker. */
  async handTo(newPort: () => MessagePort): Promise<void> {
    await Promise.all(
      this.lines.map((line) => {
        const port = newPort()
        return line.ask('handTo', { port }, [port])
      }),
    )
  }

  /** Gives the bytes of a sealed page to the idlest worker. @throws WorkerProblem `not-our-answer` where they are none */
  async takePage(bytes: ArrayBuffer): Promise<ComePage> {
    const idlest = this.lines.reduce((a, b) => (b.busy < a.busy ? b : a))
    const { page, next } = await idlest.ask('read', { bytes }, [bytes])
    return { next, open: () => idlest.ask('open', { page }) }
  }

  /** The key is gone with the workers' memory. */
  lock(): void {
    for (const line of this.lines) line.end()
  }
}
