// What this process did since it was started, as numbers. Labels are words of our own: routes' patterns, verdicts, status classes.

export interface Count {
  name: string
  labels: Record<string, string>
  value: number
}

export class Counters {
  readonly #counts = new Map<string, Count>()

  add(name: string, labels: Record<string, string>, by = 1): void {
    const key = name + JSON.stringify(labels)
    const count = this.#counts.get(key)
    if (count) count.value += by
    else this.#counts.set(key, { name, labels, value: by })
  }

  /** Those of one name lie together. */
  all(): Count[] {
    return [...this.#counts.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  }
}
