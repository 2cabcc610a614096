// Runs in a page of the server's origin that runs nothing by itself: fills this tablet's outbox, and watches it being emptied by the worker.
import { toBase64url } from '../protocol/base64url.ts'
import type { Envelope } from '../protocol/envelope.ts'
import { newUuid } from '../protocol/ids.ts'
import type { Kept } from '../src/outbox/storage.ts'
import { storage } from '../src/outbox/this-device.ts'
import { wireText } from '../src/outbox/wire.ts'
import { accept, offerOf } from '../src/stand/enrol.ts'
import { enrolPorts } from '../src/stand/enrol-ports.ts'

const SEALED_BYTES = 65 + 512 + 16
/** How often it is looked whether all is settled. The look waits for what is being written, and what is written next for the look. */
const LOOK_MS = 100

const random = (bytes: number) => toBase64url(crypto.getRandomValues(new Uint8Array(bytes)))

const envelopeLike = (like: Envelope): Envelope => ({
  ...like,
  ...{ id: newUuid(), withdrawTag: random(32), sealed: random(SEALED_BYTES) },
})

/** Rows as the outbox keeps them, numbered on from `after`. */
export const rowsLike = (like: Envelope, count: number, after: number): Kept[] =>
  Array.from({ length: count }, (_, n) => {
    const envelope = envelopeLike(like)
    const text = wireText(envelope)
    const { id, campaign } = envelope
    const answer = { verdict: null, reason: null, answeredAt: 0 } as const
    return { id, seq: after + n + 1, state: 'waiting', campaign, text, hash: random(32), size: text.length, ...answer }
  })

/** This browser becomes a stand's tablet. */
export async function enrol(code: string): Promise<void> {
  const offered = await offerOf({ code, root: null }, enrolPorts)
  if (!('enrolling' in offered)) throw new Error(offered.problem)
  await accept(offered, enrolPorts)
}

/** So many more wait. */
export async function fill(like: Envelope, count: number): Promise<void> {
  const { lastSeq } = await storage.read((tx) => tx.tally())
  const rows = rowsLike(like, count, lastSeq)
  for (let at = 0; at < rows.length; at += 1000)
    await storage.write(async (tx) => {
      const some = rows.slice(at, at + 1000)
      const { captured, waiting, lastSeq: last, ...rest } = await tx.tally()
      const more = some.length
      await tx.putEntries(some)
      await tx.putTally({ ...rest, captured: captured + more, waiting: waiting + more, lastSeq: last + more })
    })
}

/** ms until nothing waits any more. */
export async function emptied(): Promise<number> {
  const began = performance.now()
  for (;;) {
    const { waiting, accepted, captured } = await storage.read((tx) => tx.tally())
    if (waiting === 0) {
      if (accepted !== captured) throw new Error('not all was accepted')
      return performance.now() - began
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
}
