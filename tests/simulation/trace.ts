// What happened, as far as a reader of a failure needs it; and one number for all of it, by which two runs are compared.

const KEPT = 60

export class Trace {
  readonly lines: string[] = []
  #hash = 0x811c9dc5

  constructor(
    readonly now: () => number,
    readonly whole: boolean,
  ) {}

  add(line: string): void {
    const text = `${time(this.now())}  ${line}`
    // FNV-1a over UTF-16 units.
    for (let i = 0; i < text.length; i++) this.#hash = Math.imul(this.#hash ^ text.charCodeAt(i), 0x01000193)
    this.lines.push(text)
    if (!this.whole && this.lines.length > 2 * KEPT) this.lines.splice(0, KEPT)
  }

  last(count = 40): string[] {
    return this.lines.slice(-count)
  }

  get hash(): string {
    return (this.#hash >>> 0).toString(16).padStart(8, '0')
  }
}

/** Days, hours, minutes, seconds since the run began. */
export function time(ms: number): string {
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0')
  const s = ms / 1000
  const clock = `${two((s / 3600) % 24)}:${two((s / 60) % 60)}:${(s % 60).toFixed(3).padStart(6, '0')}`
  return `${Math.floor(s / 86_400)}d ${clock}`
}
