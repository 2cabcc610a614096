/** A promise was broken: which one, and by what. */
export class Violation extends Error {
  constructor(
    readonly invariant: string,
    message: string,
  ) {
    super(message)
    this.name = 'Violation'
  }
}

/** @throws Violation where `holds` is false. */
export function promise(invariant: string, holds: boolean, words: () => string): asserts holds {
  if (!holds) throw new Violation(invariant, words())
}
