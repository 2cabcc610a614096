// A connected device, or the console, sends what another device handed off: the same bytes under the same signature. The server's
// answers are for the person who brings it; the device that made the file learns from its own next contact.

import { utf8 } from '../../protocol/base64url.ts'
import type { Verdict } from '../../protocol/batch.ts'
import type { HandOffLine, HandOffTail } from '../../protocol/hand-off.ts'
import type { Reason } from '../../protocol/reasons.ts'
import { signatureHeaders } from './finished-batch.ts'
import type { Alarm, Prove, Send } from './ports.ts'
import { batchesOf, checkHandOff, type Lines } from './read-hand-off.ts'
import { alarm } from './send.ts'
import { backOffAfter, troubleOf } from './setback.ts'
import type { Setback } from './storage.ts'
import { orTrouble, timed } from './trying.ts'

export interface TakeInPorts {
  send: Send
  /** For what neither its device nor this one vouches for. */
  prove: Prove
  alarm: Alarm
  wait(ms: number): Promise<void>
  /** 0 to 1, one left out. */
  chance(): number
  /** What the browser says; without it nothing is known. */
  online?(): boolean
  /** The headers in which the carrier says who it is. */
  carrier?(bytes: Uint8Array<ArrayBuffer>): Promise<Record<string, string>>
  /** Hears of a file that is whole and not empty, before anything of it is sent. Where it throws, nothing is. */
  begin?(tail: HandOffTail): Promise<void>
  link?: Parameters<typeof checkHandOff>[1]
}

/** How a browser waits and draws lots. */
export const patience = {
  alarm,
  wait: (ms: number) => new Promise<void>((done) => setTimeout(done, ms)),
  chance: () => Math.random(),
  online: () => navigator.onLine,
}

/** What became of a file's envelopes so far. */
export interface TakenIn {
  /** All envelopes of the file. */
  items: number
  /** Those whose batch had an answer. */
  done: number
  verdicts: Record<Verdict['verdict'], number>
  /** Why the refused ones were. */
  reasons: Map<Reason, number>
}

/** The line broke; taking the same file in again changes nothing of what passed. */
export class TakeInStopped extends Error {
  constructor(readonly why: Setback) {
    super(why)
    this.name = 'TakeInStopped'
  }
}

const TRIES = 4

/**
 * Sends all batches of a file that is whole; of one that is not, none. `tell` hears after each batch.
 * @throws HandOffRefused, TakeInStopped
 */
export async function takeIn(lines: Lines, ports: TakeInPorts, tell: (so: TakenIn) => void): Promise<TakenIn> {
  const tail = await checkHandOff(lines, ports.link)
  const { items } = tail
  if (items > 0) await begin(tail, ports)
  const so: TakenIn = {
    items,
    done: 0,
    verdicts: { stored: 0, duplicate: 0, withdrawn: 0, conflict: 0, refused: 0 },
    reasons: new Map(),
  }
  tell(so)
  for await (const line of batchesOf(lines)) {
    const tried = await patiently(line, ports)
    if (!('cure' in tried)) for (const verdict of tried.answer.verdicts) count(so, verdict)
    else if (!tried.convicts) throw new TakeInStopped(tried.why)
    else for (let index = 0; index < line.items; index++) count(so, refusedWith(index, tried.convicts))
    so.done += line.items
    tell(so)
  }
  return so
}

async function begin(tail: HandOffTail, ports: TakeInPorts): Promise<void> {
  try {
    await ports.begin?.(tail)
  } catch (error) {
    const trouble = troubleOf(error)
    throw trouble ? new TakeInStopped(trouble.why) : error
  }
}

const refusedWith = (index: number, reason: Reason): Verdict => ({ index, verdict: 'refused', reason })

function count({ verdicts, reasons }: TakenIn, verdict: Verdict): void {
  verdicts[verdict.verdict] += 1
  if (verdict.verdict === 'refused') reasons.set(verdict.reason, (reasons.get(verdict.reason) ?? 0) + 1)
}

/** What passes by itself is tried again a few times; a person stands there and waits, and not where there is no network at all. */
async function patiently({ batchId, body, signed }: HandOffLine, ports: TakeInPorts) {
  const bytes = utf8(body)
  const headers = { ...signatureHeaders(signed ?? null), ...(await ports.carrier?.(bytes)) }
  for (let failures = 0; ; failures++) {
    const needsNone = Object.keys(headers).length > 0
    const tried = await orTrouble(
      ports.prove(bytes, needsNone, (proof) =>
        timed(ports.alarm, bytes.length, (signal) => ports.send(bytes, batchId, signal, { ...headers, ...proof })),
      ),
    )
    if (!('cure' in tried) || tried.convicts || failures + 1 === TRIES || ports.online?.() === false) return tried
    const { until } = backOffAfter(tried, failures, 0, ports.chance())
    await ports.wait(until)
  }
}
