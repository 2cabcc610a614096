/** After this long without a key or a touch, an opened key is locked. */
export const IDLE_MINUTES = 10

/** Counts down since the last touch, by the wall clock: a laptop that slept wakes up locked. */
export class IdleClock {
  private last: number

  constructor(
    private readonly now: () => number = Date.now,
    private readonly limit = IDLE_MINUTES * 60_000,
  ) {
    this.last = now()
  }

  /** Someone is there. Too late once the time is over: a touch does not open again. */
  touch(): void {
    if (!this.isOver()) this.last = this.now()
  }

  isOver(): boolean {
    // A clock set back by hand must not keep the key open for ever.
    const passed = this.now() - this.last
    return passed >= this.limit || passed < -60_000
  }

  /** Whole minutes left, rounded up. */
  minutesLeft(): number {
    return Math.max(0, Math.ceil((this.limit - (this.now() - this.last)) / 60_000))
  }
}
