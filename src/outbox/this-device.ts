// The outbox of this browser: the rules joined to the real clock, network, lock and storage. Page and worker both use it.
import type { Envelope } from '../../protocol/envelope.ts'
import { systemRandom } from '../../protocol/ids.ts'
import { openStorage } from './db.ts'
import { deliver } from './direct.ts'
import { type Drained, drain } from './drain.ts'
import { webLock } from './lock.ts'
import { createQueue } from './queue.ts'
import { alarm, httpSend, type Link } from './send.ts'
import type { Urgency } from './setback.ts'

/** What this browser says of itself, as far as it does. */
const here: { connection?: Link; locks?: LockManager; onLine?: boolean } = globalThis.navigator ?? {}

const queue = createQueue({ storage: openStorage() })

/** The one road to the server. */
const send = httpSend({
  fetch: (path, init) => fetch(path, init),
  link: () => here.connection,
  clock: () => performance.now(),
})

const ports = {
  queue,
  send,
  lock: webLock(here.locks),
  now: () => Date.now(),
  random: systemRandom,
  alarm,
}

const keptListeners = new Set<() => void>()

/** Told after each act that was kept here. */
export function onKept(listener: () => void): () => void {
  keptListeners.add(listener)
  return () => keptListeners.delete(listener)
}

/**
 * Promise 1: when this resolves, the envelope is on disk and was read back. Sending begins by itself.
 * After a failure try again under the same id: it may be on disk already, and the same id is never kept twice.
 * @throws StorageFailure, IdTaken
 */
export async function keep(envelope: Envelope): Promise<void> {
  await queue.keep(envelope)
  for (const listener of keptListeners) listener()
}

/**
 * Promise 1's second way, where `keep` fails: see `deliver`. Never loaded late: where storage is refused there is no worker
 * either, and a browser that remembers a failed import would have no way left. @throws NotDelivered
 */
export const keepAtServer = (envelope: Envelope): Promise<'stored' | 'duplicate' | 'conflict'> =>
  deliver(envelope, { send, random: systemRandom, alarm, online: () => here.onLine !== false })

/** Sends what waits here. Triggers call it; screens use `sendNow` of triggers.ts. @throws StorageFailure */
export const drainHere = (urgency: Urgency): Promise<Drained> => drain(ports, urgency)

export const { readPin, writePin, refused, sendAgain, stateOf, watch, tally } = queue
