/** SQLite takes at most 32,766 parameters in a statement. */
const CHUNK = 1000

/** A list in pieces that fit into one statement. */
export function* inChunks<T>(list: readonly T[]): Generator<T[]> {
  for (let at = 0; at < list.length; at += CHUNK) yield list.slice(at, at + CHUNK)
}
