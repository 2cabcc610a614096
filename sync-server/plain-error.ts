/** A failure whose message is a sentence for the person at the terminal. */
export class PlainError extends Error {
  override name = 'PlainError'
}
