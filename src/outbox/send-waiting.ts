// Sends the waiting entries, oldest first, and finds the one that a server cannot digest.
import { MAX_BATCH_BYTES, MAX_ITEMS } from '../../protocol/batch.ts'
import { finishBatch, signatureHeaders } from './finished-batch.ts'
import type { DrainPorts } from './ports.ts'
import type { Outgoing } from './queue.ts'
import type { Trouble } from './setback.ts'
import type { Kept, Memory } from './storage.ts'
import { orTrouble, timed } from './trying.ts'

/** What one run of the drain has learnt so far. */
export interface Run {
  /** Items that the next batch may hold. */
  items: number
  readonly limits: { items: number; bytes: number }
  readonly failedBefore: boolean
  /** An entry got its verdict or was put aside. */
  progress: boolean
  /** The server answered in its own words. */
  answered: boolean
  /** Entries were refused or withdrawn, which the counts that came with their batch could not say yet. */
  owesWord: boolean
  /** Something goes on waiting although it had its turn. */
  leftBehind: boolean
  /** Whether others should have the lock before the next batch. */
  readonly isOver: () => boolean
  /** It ended with entries that had no turn. */
  interrupted: boolean
}

export function beginRun(
  { limits = { items: MAX_ITEMS, bytes: MAX_BATCH_BYTES } }: DrainPorts,
  memory: Memory,
  isOver: () => boolean,
): Run {
  return {
    items: Math.max(1, Math.min(memory.cap, limits.items)),
    limits,
    failedBefore: memory.failures > 0,
    progress: false,
    answered: false,
    owesWord: false,
    leftBehind: false,
    isOver,
    interrupted: false,
  }
}

/** Null when every waiting entry had its turn, or the run was interrupted; else what stopped it. @throws StorageFailure */
export async function sendWaiting(ports: DrainPorts, run: Run): Promise<Trouble | null> {
  const { queue } = ports
  const { limits } = run
  // All up to this seq had its turn. What got no verdict goes on waiting, and does not hold up what is behind it.
  let after = 0
  run.leftBehind = false
  for (;;) {
    const batch = await queue.nextBatch({ items: run.items, bytes: limits.bytes }, after)
    if (!batch) return null
    // A device that cannot note an answer would pay for these bytes again at every try.
    if (after === 0 && !run.progress) await queue.remember({ cap: run.items })
    const { entries } = batch
    const last = entries[entries.length - 1] as Kept
    const tried = await attempt(ports, batch)
    if (!('cure' in tried)) {
      run.answered = true
      const unanswered = await queue.settle(tried.answer, entries, tried.serverDate, batch.acceptedThere)
      run.progress ||= unanswered.length < entries.length
      run.leftBehind ||= unanswered.length > 0
      run.owesWord ||= tried.answer.verdicts.some(({ verdict }) => verdict === 'refused' || verdict === 'withdrawn')
      after = last.seq
      run.items = Math.min(limits.items, run.items * 2)
      // Only after some success: the next turn begins with the oldest again.
      run.interrupted = run.progress && run.isOver()
      if (run.interrupted) return null
      continue
    }

    const alone = entries.length === 1
    if (!alone && tried.cure !== 'later') run.items = Math.ceil(entries.length / 2)
    if (!alone && tried.cure === 'smaller') continue
    // One entry may be to blame, but only where the server is well otherwise: one that refuses everything must not empty
    // the outbox into the list of refused ones. What may pass by itself (5xx, time-out) has to fail twice to be looked into.
    const suspected =
      tried.cure === 'entry' ||
      tried.cure === 'smaller' ||
      (run.failedBefore && (tried.cure === 'again' || (tried.cure === 'slower' && alone)))
    if (!suspected || (await reachServer(ports, run))) return tried
    if (!alone) continue
    if (tried.convicts) await queue.refuse(last, tried.convicts)
    else run.leftBehind = true
    run.progress = true
    after = last.seq
    run.items = Math.min(limits.items, 2)
  }
}

/** Null where the server takes a batch without entries just now. */
export async function reachServer(ports: DrainPorts, run: Run): Promise<Trouble | null> {
  const contact = await ports.queue.contact()
  const tried = await attempt(ports, contact)
  if ('cure' in tried) return tried
  run.answered = true
  await ports.queue.settle(tried.answer, [], tried.serverDate, contact.acceptedThere)
  return null
}

async function attempt(ports: DrainPorts, { entries, contact }: Outgoing) {
  const { bytes, batchId, signed } = await finishBatch(ports, entries, contact)
  // A batch without entries changes nothing there, and owes nothing.
  const needsNone = signed !== null || entries.length === 0
  return orTrouble(
    ports.prove(bytes, needsNone, (proof) =>
      timed(ports.alarm, bytes.length, (signal) =>
        ports.send(bytes, batchId, signal, { ...signatureHeaders(signed), ...proof }),
      ),
    ),
  )
}
