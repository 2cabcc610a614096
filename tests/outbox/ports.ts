import { systemRandom } from '../../protocol/ids.ts'
import type { DrainPorts, Prove } from '../../src/outbox/ports.ts'
import type { Queue } from '../../src/outbox/queue.ts'
import { askBack } from '../../src/outbox/restored.ts'
import { alarm } from '../../src/outbox/send.ts'
import type { Storage } from '../../src/outbox/storage.ts'
import { sendWithdrawals } from '../../src/outbox/withdrawals.ts'
import { NOON, never } from './samples.ts'

/** For a server that asks for none. */
export const noProof: Prove = (_bytes, _needsNone, ask) => ask({})

/** A drain's ports without a server: what is not replaced must not be called. */
export const drainPorts = (storage: Storage, queue: Queue): DrainPorts => ({
  storage,
  queue,
  send: () => never('send'),
  post: () => never('post'),
  prove: noProof,
  errands: { sendWithdrawals, askBack },
  lock: (work) => work(),
  now: () => NOON,
  random: systemRandom,
  alarm,
})
