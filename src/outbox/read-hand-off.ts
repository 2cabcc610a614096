// Reads a hand-off file line by line, so that its size does not matter, and finds it whole before anything of it is used.
import { toBase64url } from '../../protocol/base64url.ts'
import {
  AnyHandOffHead,
  FIRST_LINK,
  HandOffHead,
  HandOffLine,
  HandOffTail,
  MAX_LINE,
  nextLink,
} from '../../protocol/hand-off.ts'
import type { Reason } from '../../protocol/reasons.ts'

/** `reason`: not-a-hand-off · damaged-hand-off · newer-hand-off */
export class HandOffRefused extends Error {
  constructor(readonly reason: Reason) {
    super(reason)
    this.name = 'HandOffRefused'
  }
}

/** The lines of a file, from its beginning at each call. */
export type Lines = () => AsyncIterable<string>

export const linesOf = (file: Blob): Lines =>
  async function* () {
    // Bytes that are no UTF-8 become a mark that the chain will not agree with. What mail and text programs like to put in, a mark
    // in front and another end of line, changes no line.
    const texts = file.stream().pipeThrough(new TextDecoderStream())
    let rest = ''
    let first = true
    for (const reader = texts.getReader(); ; ) {
      const { value, done } = await reader.read()
      if (done) break
      const lines = (rest + value).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line
      if (rest.length > MAX_LINE) throw new HandOffRefused(first ? 'not-a-hand-off' : 'damaged-hand-off')
      first &&= lines.length === 0
    }
    // Each line ends with a line feed, the last too.
    if (rest !== '') throw new HandOffRefused(first ? 'not-a-hand-off' : 'damaged-hand-off')
  }

/** Reads the whole file once: its tail, if all of it is there unchanged. @throws HandOffRefused */
export async function checkHandOff(lines: Lines, link = nextLink): Promise<HandOffTail> {
  let chain: Uint8Array = FIRST_LINK
  let batches = 0
  let items = 0
  let tail: HandOffTail | null = null
  let first = true
  for await (const text of lines()) {
    if (tail) throw new HandOffRefused('damaged-hand-off')
    const json = read(text)
    if (first) {
      checkHead(json)
      first = false
    } else {
      const line = HandOffLine.safeParse(json)
      if (!line.success) {
        tail = endOf(json, { batches, items, chain })
        continue
      }
      batches += 1
      items += line.data.items
    }
    chain = await link(chain, text)
  }
  if (first) throw new HandOffRefused('not-a-hand-off')
  if (!tail) throw new HandOffRefused('damaged-hand-off')
  return tail
}

/** The batches of a file that was checked. */
export async function* batchesOf(lines: Lines): AsyncGenerator<HandOffLine> {
  for await (const text of lines()) {
    const line = HandOffLine.safeParse(read(text))
    if (line.success) yield line.data
  }
}

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function checkHead(json: unknown): void {
  if (HandOffHead.safeParse(json).success) return
  const { data } = AnyHandOffHead.safeParse(json)
  throw new HandOffRefused(data && data.v > 1 ? 'newer-hand-off' : 'not-a-hand-off')
}

function endOf(json: unknown, seen: { batches: number; items: number; chain: Uint8Array }): HandOffTail {
  const { data } = HandOffTail.safeParse(json)
  const whole =
    data && data.batches === seen.batches && data.items === seen.items && data.chain === toBase64url(seen.chain)
  if (!whole) throw new HandOffRefused('damaged-hand-off')
  return data
}
