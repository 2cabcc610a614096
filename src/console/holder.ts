/** Holds one opened thing until it is let go. What comes only after that was meant for nobody any more, and is locked at once. */
export class Holder<T extends { lock(): void }> {
  private held: T | null = null
  private turn = 0

  get current(): T | null {
    return this.held
  }

  /** @throws AbortError where it was let go before this came */
  async take(coming: Promise<T>): Promise<void> {
    this.letGo()
    const mine = this.turn
    const it = await coming
    if (mine !== this.turn) {
      it.lock()
      throw new DOMException('let go meanwhile', 'AbortError')
    }
    this.held = it
  }

  letGo(): void {
    this.turn += 1
    this.held?.lock()
    this.held = null
  }
}
