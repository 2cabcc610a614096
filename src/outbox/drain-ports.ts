// What this browser's drain works with. Apart from keeping, because it is loaded after the thank-you.
import { systemRandom } from '../../protocol/ids.ts'
import { storedSigner } from './device-key.ts'
import { webLock } from './lock.ts'
import type { DrainPorts } from './ports.ts'
import { createQueue } from './queue.ts'
import { alarm, httpPost } from './send.ts'
import { ownFetch, send, storage } from './this-device.ts'

const here: { locks?: LockManager } = globalThis.navigator ?? {}

/** The key of an enrolled tablet, null on a phone. */
export const signer = storedSigner(storage)
const queue = createQueue({ storage })

/** All but the errands and the proof of work, which page and worker have in their own way: page-drain.ts, sw/sw.ts. */
export const ports: Omit<DrainPorts, 'errands' | 'prove'> = {
  storage,
  queue,
  send,
  post: httpPost(ownFetch),
  lock: webLock(here.locks, alarm),
  now: () => Date.now(),
  random: systemRandom,
  alarm,
  signer,
}
