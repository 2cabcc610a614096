// The outbox of this browser: the rules joined to the real storage and network. Page and worker both use it.
import type { Envelope } from '../../protocol/envelope.ts'
import { openStorage } from './db.ts'
import { type Beside, createKeeping } from './keeping.ts'
import { NotDelivered } from './not-delivered.ts'
import { httpSend, type Link } from './send.ts'

/** What this browser says of itself, as far as it does. */
const here: { connection?: Link; onLine?: boolean } = globalThis.navigator ?? {}

const online = () => here.onLine !== false

export const storage = openStorage()
const keeping = createKeeping({ storage })

export const ownFetch = (path: string, init: RequestInit) => fetch(path, init)

/** The one road to the server. */
export const send = httpSend({ fetch: ownFetch, link: () => here.connection, clock: () => performance.now() })

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
export async function keep(envelope: Envelope, beside?: Beside): Promise<void> {
  await keeping.keep(envelope, beside)
  for (const listener of keptListeners) listener()
}

/**
 * Promise 1's second way, where `keep` fails: see `deliver`. Where storage is refused there is no worker that could have fetched it
 * ahead, so without network it is not asked for: some browsers never ask again for what failed once. @throws NotDelivered
 */
export async function keepAtServer(envelope: Envelope): Promise<'stored' | 'duplicate' | 'conflict'> {
  if (!online()) throw new NotDelivered('offline')
  const { deliverHere } = await import('./deliver-here.ts').catch((cause) => {
    throw new NotDelivered('no-answer', null, { cause })
  })
  return deliverHere(envelope, { send, online })
}

export const { readPin, writePin, stateOf, watch, tally } = keeping
