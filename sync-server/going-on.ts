/** Pages asked for at once, of all sessions; one that is forgotten costs a second line in the audit log. */
const MOST = 500

/** Pages of one run that may still be on their way when the next is asked for; one that broke off is asked for again. */
const ON_THEIR_WAY = 16

/**
 * Who goes on from page to page: the audit log tells of what was begun, once, and of a page to which nobody was sent on: a cursor can
 * be made up.
 */
export class GoingOn {
  readonly #places = new Map<string, (string | null)[]>()

  /** Whether `after` is where the last page of `run` led, or where one shortly before it began, asked for again. */
  isNext(run: string, after: string | null): boolean {
    return after !== null && (this.#places.get(run)?.includes(after) ?? false)
  }

  /** A page after `after` was given, which leads to `next`. */
  gave(run: string, after: string | null, next: string | null): void {
    const before = after === null ? [] : (this.#places.get(run) ?? [])
    this.#places.delete(run)
    this.#places.set(run, [...new Set([...before, after, next])].slice(-ON_THEIR_WAY))
    for (const oldest of this.#places.keys()) {
      if (this.#places.size <= MOST) break
      this.#places.delete(oldest)
    }
  }
}
