// The only page code that talks to the worker. All of it is a bonus: where workers are blocked, the page sends by itself.
import type { Workbox } from 'workbox-window'
import { workerURL } from '../trusted-types.ts'
import { SYNC_TAG, type ToWorker } from './worker-messages.ts'

const LOOK_FOR_UPDATES_MS = 60 * 60_000

let started = false
let workbox: Promise<Workbox> | undefined
let waiting = false
let holds = 0
let applying = false
const listeners = new Set<(ready: boolean) => void>()

const tell = () => {
  for (const listener of listeners) listener(updateReady())
}

/** Registers the worker. Again does nothing. */
export async function startWorker(): Promise<void> {
  if (started || !('serviceWorker' in navigator)) return
  started = true
  let looked = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - looked < LOOK_FOR_UPDATES_MS) return
    looked = Date.now()
    watchUpdates()
      .then((wb) => wb.update())
      .catch(() => {})
  })
  try {
    // At a first visit nothing can be newer than what has just come, so what watches for it need not be downloaded.
    if (navigator.serviceWorker.controller) await watchUpdates()
    else await navigator.serviceWorker.register(workerURL('/sw.js'))
  } catch {
    // A TypeError where workers are blocked, or where the script cannot be had just now.
  }
}

function watchUpdates(): Promise<Workbox> {
  workbox ??= import('workbox-window').then(async (it) => {
    const wb = new it.Workbox(workerURL('/sw.js'))
    wb.addEventListener('waiting', () => {
      waiting = true
      tell()
    })
    wb.addEventListener('controlling', () => {
      waiting = false
      // Every tab hears this; only the one that asked reloads, for another may hold a filled form.
      if (applying && holds === 0) location.reload()
      else tell()
    })
    await wb.register()
    return wb
  })
  workbox.catch(() => {
    // Not to be had just now: the next look tries again.
    workbox = undefined
  })
  return workbox
}

/** Asks the worker to keep these addresses of this site for later without network; the campaign it keeps by itself. */
export function warmCache(paths: readonly string[]): void {
  const message: ToWorker = { type: 'WARM', paths: [...paths] }
  const worker = navigator.serviceWorker
  worker?.ready.then(({ active }) => active?.postMessage(message)).catch(() => {})
}

/** Asks the browser to wake the worker when there is network, also with every page closed. */
export function askForSync(): void {
  const withSync = (registration: ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } }) =>
    registration.sync?.register(SYNC_TAG)
  // `ready` never resolves where there is no worker, so nobody waits for this.
  navigator.serviceWorker?.ready.then(withSync).catch(() => {})
}

/** A newer version is installed, and no form in this page would suffer from a reload. */
export const updateReady = (): boolean => waiting && holds === 0

/** Told now and whenever `updateReady` may have changed. */
export function onUpdateWaiting(listener: (ready: boolean) => void): () => void {
  listeners.add(listener)
  listener(updateReady())
  return () => listeners.delete(listener)
}

/** No update while a form is filled: call it at the first typed letter, and what it returns when the form is empty again. */
export function holdUpdates(): () => void {
  holds += 1
  tell()
  let held = true
  return () => {
    if (!held) return
    held = false
    holds -= 1
    tell()
  }
}

/** The person in this page wants the new version: it reloads once that has taken over. Does nothing under a filled form. */
export function applyUpdate(): void {
  if (!updateReady()) return
  applying = true
  workbox?.then((wb) => wb.messageSkipWaiting()).catch(() => {})
}
