/** Lets work through, or holds it until it is opened again. */
export class PauseGate {
  private opened: Promise<void> = Promise.resolve()
  private open: () => void = () => {}

  pause(): void {
    this.opened = new Promise((resolve) => {
      this.open = resolve
    })
  }

  goOn(): void {
    this.open()
  }

  readonly pass = (): Promise<void> => this.opened
}
