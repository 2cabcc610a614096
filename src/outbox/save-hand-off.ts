// What has no network leaves the device as a file (protocol/hand-off.ts): everything that waits, and what was refused, for a
// server may take it now. Nothing here is marked as sent; only a server's own answer to this device does that.

import { toBase64url } from '../../protocol/base64url.ts'
import { MAX_BATCH_BYTES, MAX_ITEMS } from '../../protocol/batch.ts'
import {
  FIRST_LINK,
  HAND_OFF_ENDING,
  HAND_OFF_TYPE,
  type HandOffLine,
  type HandOffTail,
  nextLink,
} from '../../protocol/hand-off.ts'
import { type FinishPorts, finishBatch } from './finished-batch.ts'
import type { Queue } from './queue.ts'
import type { Kept } from './storage.ts'

export interface HandOffPorts extends FinishPorts {
  queue: Pick<Queue, 'nextBatch'>
  link?: typeof nextLink
}

const MOST = { items: MAX_ITEMS, bytes: MAX_BATCH_BYTES }
const STATES = ['waiting', 'refused'] as const

/** One line without its line feed, how many envelopes it holds, and the highest of their numbers. */
export interface Line {
  text: string
  items: number
  lastSeq: number
}

/** The file's lines; one batch in memory at a time. Only head and tail where nothing waits. @throws StorageFailure */
export async function* handOffLines({ queue, link = nextLink, ...ports }: HandOffPorts): AsyncGenerator<Line> {
  const head = JSON.stringify({ paraphe: 'hand-off', v: 1 })
  let chain = await link(FIRST_LINK, head)
  yield { text: head, items: 0, lastSeq: 0 }
  const tail: HandOffTail = { batches: 0, items: 0, chain: '' }
  for (const state of STATES) {
    for (let after = 0; ; ) {
      const next = await queue.nextBatch(MOST, after, state)
      if (!next) break
      const { entries, contact } = next
      const { batchId, bytes, signed } = await finishBatch(ports, entries, contact)
      const body = new TextDecoder().decode(bytes)
      const line: HandOffLine = { batchId, items: entries.length, body, ...(signed ? { signed } : {}) }
      const text = JSON.stringify(line)
      chain = await link(chain, text)
      after = (entries.at(-1) as Kept).seq
      yield { text, items: line.items, lastSeq: after }
      tail.batches += 1
      tail.items += entries.length
    }
  }
  yield { text: JSON.stringify({ ...tail, chain: toBase64url(chain) }), items: 0, lastSeq: 0 }
}

export interface HandOffFile {
  file: File
  items: number
  /** The highest number among its envelopes: what was captured later is not in it. */
  lastSeq: number
}

/** The whole file, in pieces that the browser keeps outside of memory. `name` without an ending. @throws StorageFailure */
export async function handOffFile(
  ports: HandOffPorts,
  name: string,
  progress: (items: number) => void = () => {},
): Promise<HandOffFile> {
  const pieces: Blob[] = []
  let items = 0
  let lastSeq = 0
  for await (const line of handOffLines(ports)) {
    pieces.push(new Blob([line.text, '\n']))
    items += line.items
    lastSeq = Math.max(lastSeq, line.lastSeq)
    progress(items)
  }
  return { file: new File(pieces, `${name}${HAND_OFF_ENDING}`, { type: HAND_OFF_TYPE }), items, lastSeq }
}
