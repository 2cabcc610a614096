import type { Envelope } from '../../protocol/envelope.ts'
import type { Challenge } from '../../protocol/proof.ts'
import { deliver } from '../../src/outbox/direct.ts'
import { drain } from '../../src/outbox/drain.ts'
import type { FinishPorts, Signer } from '../../src/outbox/finished-batch.ts'
import { webLock } from '../../src/outbox/lock.ts'
import type { Alarm, DrainPorts } from '../../src/outbox/ports.ts'
import { createProve } from '../../src/outbox/prove.ts'
import { createQueue, type Queue } from '../../src/outbox/queue.ts'
import { askBack } from '../../src/outbox/restored.ts'
import { httpPost, httpSend } from '../../src/outbox/send.ts'
import type { Urgency } from '../../src/outbox/setback.ts'
import { solve } from '../../src/outbox/solve.ts'
import type { Kept } from '../../src/outbox/storage.ts'
import type { TakeInPorts } from '../../src/outbox/take-in.ts'
import { keepWithdrawal, sendWithdrawals } from '../../src/outbox/withdrawals.ts'
import type { Actor } from './actor.ts'
import type { Chance } from './chance.ts'
import type { Disk } from './disk.ts'
import type { Locks } from './locks.ts'
import { hashOf, type Slot } from './pool.ts'
import type { Line, Road } from './road.ts'
import { carrierHeaders } from './signer.ts'
import type { Time } from './time.ts'
import { promise } from './violation.ts'

// The outbox joined to simulated ports, as src/outbox/this-device.ts joins it to a browser's: once for each tab and worker.

/** A tab, or the worker. */
export interface Thread {
  actor: Actor
  queue: Queue
  drain(urgency: Urgency): Promise<{ until: number | null }>
  keep(envelope: Envelope): Promise<void>
  keepAtServer(envelope: Envelope): Promise<unknown>
  withdraw(slot: Slot): Promise<unknown>
  /** What a hand-off file is made with. */
  finish: FinishPorts
  /** What another device's file is sent with. */
  takeInPorts: Pick<TakeInPorts, 'send' | 'prove' | 'alarm' | 'carrier'>
}

export interface Ground {
  /** The device's name, and what its network is just now. */
  device: { name: string; line: Line }
  disk: Disk
  locks: Locks
  road: Road
  time: Time
  chance: Chance
  signer: Signer | null
  /** The device's clock. */
  now(): number
}

export function openThread(actor: Actor, { device, disk, locks, road, time, chance, signer, now }: Ground): Thread {
  const storage = disk.seenBy(actor)
  const queue = createQueue({ storage, hashOf: async (envelope) => hashOf(envelope) })
  const fetch = (path: string, init: RequestInit) => road.fetch(actor, device, path, init)
  const send = httpSend({
    fetch,
    // Never packed: that would run on other threads.
    link: () => ({ effectiveType: '4g' }),
    clock: () => time.now,
  })
  const alarm = alarmOf(actor)
  const random = chance.bytes
  let earlier: Challenge | null = null
  const prove = createProve({
    fetch,
    alarm,
    solve: async (challenge, bytes) => {
      await actor.sleep(chance.scattered(20, 8_000))
      earlier ??= challenge
      // From a cache on the way: stale perhaps, for a shorter body, used before, or another server's.
      const old = chance.happens(road.faults['old challenge'] ?? 0)
      return solve(old ? earlier : challenge, bytes)
    },
  })
  const ports: DrainPorts = {
    storage,
    queue,
    send,
    post: httpPost(fetch),
    prove,
    errands: { sendWithdrawals, askBack },
    lock: webLock(locks.seenBy(actor), alarm),
    now,
    random,
    alarm,
    signer: async () => signer,
  }
  return {
    actor,
    queue,
    drain: async (urgency) => {
      const before = waitingOn(disk)
      const { lies } = disk
      const drained = await drain(ports, urgency)
      if (drained.until === null && lies === disk.lies) nothingIsLeft(disk, before, actor.name)
      return drained
    },
    keep: async (envelope) => void (await queue.keep(envelope)),
    keepAtServer: (envelope) =>
      deliver(envelope, {
        send,
        prove,
        random,
        alarm,
        online: () => device.line !== 'offline',
        wait: (ms) => actor.sleep(ms),
      }),
    finish: { random, signer: async () => signer },
    takeInPorts: { send, prove, alarm, carrier: (bytes) => carrierHeaders(signer, bytes) },
    withdraw: ({ campaign, code, tag }) => keepWithdrawal(storage, campaign, code, async () => tag),
  }
}

const alarmOf =
  (actor: Actor): Alarm =>
  (ms) => {
    const controller = new AbortController()
    const due = actor.after(ms, () => controller.abort())
    const cancel = () => {
      due.what = null
    }
    return { signal: controller.signal, cancel }
  }

const waitingOn = (disk: Disk) => [...disk.seen.entries.values()].filter((entry) => entry.state === 'waiting')

/** Whoever says that there is nothing left to send has had an answer for all that waited when it began. */
function nothingIsLeft(disk: Disk, before: Kept[], who: string): void {
  const left = before.find((entry) => disk.seen.entries.get(entry.id) === entry)
  promise('done means done', left === undefined, () => `${who} says so, but ${left?.id} waits`)
}
