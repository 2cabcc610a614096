import type { Due, Time } from './time.ts'

// One thread of JavaScript: a tab, a worker, the server's process. What it waits for reaches it only while it lives, so killing
// it is killing it between any two awaits; frozen, it hears everything when it thaws.

export class Actor {
  /** Whose code is running. Timers that production code sets belong to it. */
  static running: Actor | null = null

  state: 'alive' | 'frozen' | 'dead' = 'alive'
  #heldBack: (() => void)[] = []

  constructor(
    readonly name: string,
    readonly time: Time,
  ) {}

  after(ms: number, what: () => void): Due {
    return this.time.after(ms, () => this.enter(what))
  }

  /** Runs `what` in this thread now, or when it thaws, or never. */
  enter(what: () => void): void {
    if (this.state === 'dead') return
    if (this.state === 'frozen') {
      this.#heldBack.push(what)
      return
    }
    Actor.running = this
    what()
  }

  kill(): void {
    this.state = 'dead'
    this.#heldBack = []
  }

  freeze(): void {
    if (this.state === 'alive') this.state = 'frozen'
  }

  thaw(): void {
    if (this.state !== 'frozen') return
    this.state = 'alive'
    for (const what of this.#heldBack.splice(0)) this.time.after(0, () => this.enter(what))
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve))
  }
}
