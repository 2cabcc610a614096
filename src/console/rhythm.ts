/** Tells the last of what is said, at most once in `every` milliseconds; the last word of all is always told. */
export class Rhythm<T> {
  private waiting: { last: T } | null = null

  constructor(
    private readonly every: number,
    private readonly say: (last: T) => void,
  ) {}

  tell(last: T): void {
    if (this.waiting) {
      this.waiting.last = last
      return
    }
    const waiting = { last }
    this.waiting = waiting
    setTimeout(() => {
      this.waiting = null
      this.say(waiting.last)
    }, this.every)
  }
}
