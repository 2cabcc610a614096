// What this browser's drain works with. Apart from keeping, because it is loaded after the thank-you.
import { systemRandom } from '../../protocol/ids.ts'
import { carrierHeaders, storedSigner } from './device-key.ts'
import { webLock } from './lock.ts'
import type { DrainPorts } from './ports.ts'
import { prove } from './prove-here.ts'
import { createQueue } from './queue.ts'
import { alarm, httpPost } from './send.ts'
import { patience, type TakeInPorts } from './take-in.ts'
import { ownFetch, send, storage } from './this-device.ts'

const here: { locks?: LockManager } = globalThis.navigator ?? {}

const signer = storedSigner(storage)
const queue = createQueue({ storage })

/** All but the errands, which page and worker have in their own way: page-drain.ts, sw/sw.ts. */
export const ports: Omit<DrainPorts, 'errands'> = {
  storage,
  queue,
  send,
  post: httpPost(ownFetch),
  prove,
  lock: webLock(here.locks, alarm),
  now: () => Date.now(),
  random: systemRandom,
  alarm,
  signer,
}

/** For what another device handed off. */
export const takeInPorts: TakeInPorts = { ...patience, send, prove, carrier: carrierHeaders(signer) }
