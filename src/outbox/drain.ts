// The one drain, for page and worker: sends what waits until nothing does. Nothing here knows a browser; time, chance, network,
// lock and storage are given, so that the simulation drives these very lines.
import { type BatchAnswer, type Contact, MAX_BATCH_BYTES, MAX_ITEMS } from '../../protocol/batch.ts'
import { newUuid, type RandomBytes } from '../../protocol/ids.ts'
import type { Lock } from './lock.ts'
import type { Queue } from './queue.ts'
import { backOffAfter, type Trouble, troubleOf, type Urgency, waitsUntil } from './setback.ts'
import type { Kept } from './storage.ts'
import { batchBytes, type Entry } from './wire.ts'

export interface Sent {
  answer: BatchAnswer
  /** The answer's own date in ms, null where it had none. */
  serverDate: number | null
}

/** Sends a batch's exact bytes. @throws ServerRefusal, NoAnswer, or whatever an abort by `signal` throws. */
export type Send = (bytes: Uint8Array<ArrayBuffer>, batchId: string, signal: AbortSignal) => Promise<Sent>

/** A signal that aborts after `ms`, and a way to call it off. */
export type Alarm = (ms: number) => { signal: AbortSignal; cancel(): void }

export interface DrainPorts {
  queue: Queue
  send: Send
  lock: Lock
  now(): number
  random: RandomBytes
  alarm: Alarm
  limits?: { items: number; bytes: number }
}

/** `until`: null when nothing is left to send, else the device's time of the next try. */
export interface Drained {
  until: number | null
}

/** A lock holder older than the longest fetch is stuck. A person who asks waits less. */
const PATIENCE_MS = 3 * 60_000
const PATIENCE_NOW_MS = 5_000

/** 30 s and what a link of 2 kB/s needs for the body. */
export const sendTimeMs = (bytes: number): number => 30_000 + bytes / 2

/** @throws StorageFailure */
export function drain(ports: DrainPorts, urgency: Urgency = 'routine'): Promise<Drained> {
  return ports.lock(() => run(ports, urgency), urgency === 'now' ? PATIENCE_NOW_MS : PATIENCE_MS)
}

async function run(ports: DrainPorts, urgency: Urgency): Promise<Drained> {
  const { queue } = ports
  const limits = ports.limits ?? { items: MAX_ITEMS, bytes: MAX_BATCH_BYTES }
  const memory = await queue.memory()
  const wait = waitsUntil(memory, ports.now(), urgency)
  if (wait !== null) return { until: wait }

  const failedBefore = memory.failures > 0
  let items = Math.max(1, Math.min(memory.cap, limits.items))
  // All up to this seq had its turn in this run. What got no verdict goes on waiting, and does not hold up what is behind it.
  let after = 0
  let leftBehind = false
  let progress = false
  const stop = async (trouble: Pick<Trouble, 'why' | 'retryAfterMs'>): Promise<Drained> => {
    const failures = progress ? 1 : memory.failures + 1
    const backOff = backOffAfter(trouble, failures - 1, ports.now(), chance(ports.random))
    await queue.remember({ failures, backOff, cap: items })
    return { until: backOff.until }
  }

  for (;;) {
    const batch = await queue.nextBatch({ items, bytes: limits.bytes }, after)
    if (!batch) break
    const { entries } = batch
    const last = entries[entries.length - 1] as Kept
    const tried = await attempt(ports, entries, batch.contact)
    if ('answer' in tried) {
      const unanswered = await queue.settle(tried.answer, entries, tried.serverDate)
      progress ||= unanswered.length < entries.length
      leftBehind ||= unanswered.length > 0
      after = last.seq
      items = Math.min(limits.items, items * 2)
      continue
    }

    const alone = entries.length === 1
    if (!alone && tried.cure !== 'later') items = Math.ceil(entries.length / 2)
    if (!alone && tried.cure === 'smaller') continue
    // One entry may be to blame, but only where the server is well otherwise: one that refuses everything must not empty
    // the outbox into the list of refused ones. What may pass by itself (5xx, time-out) has to fail twice to be looked into.
    const suspected =
      tried.cure === 'entry' ||
      tried.cure === 'smaller' ||
      (failedBefore && (tried.cure === 'again' || (tried.cure === 'slower' && alone)))
    if (!suspected || !(await isWell(ports))) return stop(tried)
    if (!alone) continue
    if (tried.convicts) await queue.refuse(last, tried.convicts)
    else leftBehind = true
    progress = true
    after = last.seq
    items = Math.min(limits.items, 2)
  }

  if (leftBehind) return stop({ why: 'unanswered', retryAfterMs: 0 })
  if (failedBefore || memory.backOff || memory.cap !== items)
    await queue.remember({ failures: 0, backOff: null, cap: items })
  return { until: null }
}

async function attempt(ports: DrainPorts, entries: readonly Entry[], contact: Contact): Promise<Sent | Trouble> {
  const batchId = newUuid(ports.random)
  const bytes = batchBytes(batchId, entries, contact)
  const { signal, cancel } = ports.alarm(sendTimeMs(bytes.length))
  try {
    return await ports.send(bytes, batchId, signal)
  } catch (error) {
    const trouble = troubleOf(error, signal.aborted)
    if (!trouble) throw error
    return trouble
  } finally {
    cancel()
  }
}

/** Whether the server takes a batch without entries just now. */
async function isWell(ports: DrainPorts): Promise<boolean> {
  const tried = await attempt(ports, [], await ports.queue.contact())
  if (!('answer' in tried)) return false
  await ports.queue.settle(tried.answer, [], tried.serverDate)
  return true
}

/** 0 to 1, one left out. */
function chance(random: RandomBytes): number {
  const bytes = random(4)
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) / 2 ** 32
}
