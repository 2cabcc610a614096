/** What a file is written in: large enough to be quick, small enough to be bounded. */
const PIECE_BYTES = 64 * 1024

export type Bytes = Uint8Array<ArrayBuffer>

/** Texts as UTF-8, in pieces of at least 64 KiB but for the last. */
export function* inPieces(texts: Iterable<string>): Generator<Bytes> {
  let waiting = ''
  for (const text of texts) {
    waiting += text
    if (waiting.length < PIECE_BYTES) continue
    yield encoder.encode(waiting)
    waiting = ''
  }
  if (waiting !== '') yield encoder.encode(waiting)
}

const encoder = new TextEncoder()
