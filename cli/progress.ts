import type { WriteStream } from 'node:tty'

const EVERY_MS = 250
/** Into a log, where each word stays. */
const EVERY_MS_LOGGED = 10_000

/** Says how far the work is, on the terminal in one line that changes. */
export class Progress {
  private last: number

  constructor(
    private readonly output: Pick<WriteStream, 'write' | 'isTTY'>,
    private readonly total: number,
    private readonly now: () => number = Date.now,
  ) {
    this.last = output.isTTY ? 0 : now()
  }

  at(done: number): void {
    const every = this.output.isTTY ? EVERY_MS : EVERY_MS_LOGGED
    if (this.now() - this.last < every) return
    this.last = this.now()
    const line = `${done} of ${this.total} envelopes`
    this.output.write(this.output.isTTY ? `\r${line}\u001b[K` : `${line}\n`)
  }

  end(): void {
    if (this.output.isTTY) this.output.write('\r\u001b[K')
  }
}
