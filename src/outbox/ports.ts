// What sending is given from outside: the real ones are joined in this-device.ts, the simulation brings its own.
import type { BatchAnswer } from '../../protocol/batch.ts'
import type { RandomBytes } from '../../protocol/ids.ts'
import type { AnswerOf, BodyOf, Route } from '../../protocol/route.ts'
import type { Signer } from './finished-batch.ts'
import type { Queue } from './queue.ts'
import type { Trouble } from './setback.ts'
import type { Storage } from './storage.ts'

export interface Answered<Answer> {
  answer: Answer
  /** The answer's own date in ms, null where it had none. */
  serverDate: number | null
}

/** Sends a batch's exact bytes. @throws ServerRefusal, NoAnswer, or whatever an abort by `signal` throws. */
export type Send = (
  bytes: Uint8Array<ArrayBuffer>,
  batchId: string,
  signal: AbortSignal,
  headers?: Record<string, string>,
) => Promise<Answered<BatchAnswer>>

/** Any other question to the server. @throws as `Send` */
export type Post = <R extends Route>(
  route: R,
  body: BodyOf<R>,
  signal: AbortSignal,
  headers?: Record<string, string>,
) => Promise<Answered<AnswerOf<R>>>

/**
 * Does `ask`, with the header that proves work for these bytes where that is needed. `needsNone`: an enrolled device's signature is with
 * them; asked for a proof all the same, it brings one. @throws as `ask`, and as `Send` where no challenge can be had
 */
export type Prove = <T>(
  bytes: Uint8Array<ArrayBuffer>,
  needsNone: boolean,
  ask: (proof: Record<string, string>) => Promise<T>,
) => Promise<T>

/** A signal that aborts after `ms`, and a way to call it off. */
export type Alarm = (ms: number) => { signal: AbortSignal; cancel(): void }

/** Lets one work at a time, or whoever has waited for `patienceMs`: see lock.ts. */
export type Lock = <T>(work: () => Promise<T>, patienceMs: number) => Promise<T>

/** What is rarely to be done beside sending. Null when it is done, else what was in the way. @throws StorageFailure */
export type Errand = (ports: DrainPorts) => Promise<Trouble | null>

export interface DrainPorts {
  storage: Storage
  queue: Queue
  send: Send
  post: Post
  prove: Prove
  /** withdrawals.ts and restored.ts: the worker has them at hand, a page loads them when they are wanted. */
  errands: { sendWithdrawals: Errand; askBack: Errand }
  lock: Lock
  now(): number
  random: RandomBytes
  alarm: Alarm
  /** Null while this device is enrolled nowhere. */
  signer?: () => Promise<Signer | null>
  limits?: { items: number; bytes: number }
}
