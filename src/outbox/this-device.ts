// The outbox of this browser: the rules joined to the real storage and network. Page and worker both use it.
import type { Envelope } from '../../protocol/envelope.ts'
import { systemRandom } from '../../protocol/ids.ts'
import { openStorage } from './db.ts'
import { deliver } from './direct.ts'
import { type Beside, createKeeping } from './keeping.ts'
import { alarm, httpSend, type Link } from './send.ts'

/** What this browser says of itself, as far as it does. */
const here: { connection?: Link; onLine?: boolean } = globalThis.navigator ?? {}

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

/** Beside the thank-you's code and not in it: only a browser that refuses storage needs it before. */
const prove = () => import('./prove-here.ts').then((it) => it.prove)

/**
 * Promise 1's second way, where `keep` fails: see `deliver`. All but the proof of work is at hand: where storage is refused there is no
 * worker either. @throws NotDelivered
 */
export const keepAtServer = (envelope: Envelope): Promise<'stored' | 'duplicate' | 'conflict'> =>
  deliver(envelope, {
    send,
    prove,
    random: systemRandom,
    alarm,
    online: () => here.onLine !== false,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  })

export const { readPin, writePin, stateOf, watch, tally } = keeping
