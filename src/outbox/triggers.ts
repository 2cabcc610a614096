// When this page sends: at its start, when the network returns, when it is looked at again, after each act, every minute
// while it is looked at, when a back-off ends, and when a person asks. Background Sync does the same in the worker, where
// it exists; nothing here needs it.
import type { Drained } from './drain.ts'
import { drainHere } from './page-drain.ts'
import type { Urgency } from './setback.ts'
import { StorageFailure, type StorageProblem } from './storage.ts'
import { askForSync } from './sw-bridge.ts'
import { onKept } from './this-device.ts'

const MINUTE_MS = 60_000
/** Back-offs end at the same moment in several tabs and the worker; who comes second finds nothing to do. */
const AFTER_BACK_OFF_MS = 250
/** A try that ends sooner (nothing to do, still backing off) is not worth a word on the screen. */
const WORTH_SAYING_MS = 300

export interface TriggerPorts {
  drain(urgency: Urgency): Promise<Drained>
  /** The page: its visibility, and the window that hears `online`. */
  page: { readonly visibilityState: string; addEventListener(type: 'visibilitychange', heard: () => void): void }
  window: { addEventListener(type: 'online' | 'pageshow', heard: () => void): void }
  now(): number
  onKept(heard: () => void): void
  askForSync(): void
  failed(error: unknown): void
  sendingChanged(sending: boolean): void
}

const RANK: Record<Urgency, number> = { routine: 0, online: 1, now: 2 }

/** Listens for all triggers; returns the one that a person pulls, which resolves when that try has ended. */
export function listen(ports: TriggerPorts): { sendNow(): Promise<boolean> } {
  const running: Urgency[] = []
  let next: Urgency | null = null
  let askedForSync = false
  let say: ReturnType<typeof setTimeout> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined

  const visible = () => ports.page.visibilityState === 'visible'

  /** One at a time in this page, and at most one more to come; a person who asks does not queue behind a stuck one. */
  const send = async (urgency: Urgency): Promise<boolean> => {
    if (running.some((other) => RANK[urgency] <= RANK[other])) {
      if (!next || RANK[urgency] > RANK[next]) next = urgency
      // The one that is at it will say.
      return true
    }
    running.push(urgency)
    say ??= setTimeout(() => ports.sendingChanged(true), WORTH_SAYING_MS)
    let through = false
    try {
      const { until } = await ports.drain(urgency)
      through = until === null
      clearTimeout(retry)
      if (until !== null) {
        retry = setTimeout(() => send('routine'), Math.max(0, until - ports.now()) + AFTER_BACK_OFF_MS)
        // What an earlier page left, or what was kept before this one listened: the browser may have given up on it. Once, for
        // at each failure the worker would try beside this page.
        if (!askedForSync) ports.askForSync()
      }
      askedForSync = until !== null
    } catch (error) {
      ports.failed(error)
    }
    running.splice(running.indexOf(urgency), 1)
    if (running.length > 0) return through
    clearTimeout(say)
    say = undefined
    ports.sendingChanged(false)
    const following = next
    next = null
    if (following) await send(following)
    return through
  }

  ports.window.addEventListener('online', () => send('online'))
  // A page that comes back from the back/forward cache has lost its timers.
  ports.window.addEventListener('pageshow', () => send('routine'))
  ports.page.addEventListener('visibilitychange', () => visible() && send('routine'))
  ports.onKept(() => {
    askedForSync = true
    ports.askForSync()
    send('routine')
  })
  setInterval(() => visible() && send('routine'), MINUTE_MS)
  send('routine')
  return { sendNow: () => send('now') }
}

let here: ReturnType<typeof listen> | undefined
let sending = false
let trouble: StorageProblem | null = null

type SendingListener = (sending: boolean, trouble: StorageProblem | null) => void
const sendingListeners = new Set<SendingListener>()

/** Begins sending from this page; once a page, again does nothing. */
export function startTriggers(): void {
  here ??= listen({
    drain: async (urgency) => {
      const drained = await drainHere(urgency)
      trouble = null
      return drained
    },
    page: document,
    window,
    now: () => Date.now(),
    onKept,
    askForSync,
    failed: (error) => {
      if (error instanceof StorageFailure) trouble = error.problem
      else console.error('outbox', error instanceof Error ? error.message : error)
    },
    sendingChanged: (now) => {
      sending = now
      for (const listener of sendingListeners) listener(now, trouble)
    },
  })
}

/**
 * A person asks: skips back-off, and does not wait long for another page that is at it. Resolves with false where something was in the
 * way.
 */
export function sendNow(): Promise<boolean> {
  startTriggers()
  return here?.sendNow() ?? Promise.resolve(false)
}

/** Whether this page is trying to send just now, and what the storage kept it from at its last try; told now and at each change. */
export function onSending(listener: SendingListener): () => void {
  sendingListeners.add(listener)
  listener(sending, trouble)
  return () => sendingListeners.delete(listener)
}
