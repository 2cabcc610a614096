// The only page code that talks to the worker. All of it is a bonus: where workers are blocked, the page sends by itself.
import { Workbox } from 'workbox-window'
import { workerURL } from '../trusted-types.ts'
import { SYNC_TAG, type ToWorker } from './worker-messages.ts'

const LOOK_FOR_UPDATES_MS = 60 * 60_000

let workbox: Workbox | undefined
let waiting = false
let holds = 0
let applying = false
const listeners = new Set<(ready: boolean) => void>()

const tell = () => {
  for (const listener of listeners) listener(updateReady())
}

/** Registers the worker. Again does nothing. */
export async function startWorker(): Promise<void> {
  if (workbox || !('serviceWorker' in navigator)) return
  const wb = new Workbox(workerURL('/sw.js'))
  workbox = wb
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
  let looked = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - looked < LOOK_FOR_UPDATES_MS) return
    looked = Date.now()
    wb.update().catch(() => {})
  })
  try {
    await wb.register()
  } catch {
    // A TypeError where workers are blocked, or where the script cannot be had just now.
  }
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
  workbox?.messageSkipWaiting()
}
