// Emptying the browser that this page runs in.
import { EMPTY_PATH } from '../../protocol/empty.ts'
import { ports } from '../outbox/drain-ports.ts'
import { storage } from '../outbox/this-device.ts'
import { type Browser, type Remains, type Removal, remainsOf, removeEverything } from './remove-everything.ts'

const ANSWER_MS = 4000
const SENDING_MS = 5000

const browser: Browser = {
  indexedDB: globalThis.indexedDB,
  caches: globalThis.caches,
  serviceWorker: navigator.serviceWorker,
  stores: () => [localStorage, sessionStorage],
  document,
  askServer: async () => {
    const answer = await fetch(EMPTY_PATH, { method: 'POST', signal: AbortSignal.timeout(ANSWER_MS) })
    return answer.headers.has('clear-site-data')
  },
  wait: (ms) => new Promise((done) => setTimeout(done, ms)),
}

/** Ends all work with the storage for good, also the worker's, and removes everything. */
export function emptyThisBrowser(): Promise<Removal> {
  storage.close()
  // Under the drain's lock: no batch is on its way whose answer would be written down.
  return ports.lock(() => removeEverything(browser), SENDING_MS)
}

export const whatRemains = (): Promise<Remains> => remainsOf(browser)
