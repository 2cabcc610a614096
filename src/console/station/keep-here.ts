import { startWorker, warmCache } from '../../outbox/sw-bridge.ts'
import { FONTS } from '../export/pdf/fetch-fonts.ts'
import keyWorker from '../key.worker.ts?worker&url'
import openingWorker from '../opening.worker.ts?worker&url'
import paperWorker from '../paper.worker.ts?worker&url'
import reviewWorker from '../review.worker.ts?worker&url'

// A station without network draws on what this browser kept when it had one (sw/cache.ts): everything of the console that this page
// has loaded, and what it will only ask for later.

const LATER = [openingWorker, keyWorker, reviewWorker, paperWorker, ...FONTS]

const OF_CONSOLE = /^\/assets\/console\//

function needed(): string[] {
  const loaded = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && OF_CONSOLE.test(pathname))
  return [...new Set([...LATER.map((it) => new URL(it, location.href)), ...loaded].map(({ pathname }) => pathname))]
}

/** Whether all of it is kept here already; null where this browser keeps nothing. */
export async function isKept(): Promise<boolean | null> {
  if (!('caches' in globalThis) || !('serviceWorker' in navigator)) return null
  const there = await Promise.all(needed().map((path) => caches.match(path, { ignoreVary: true })))
  return Boolean(navigator.serviceWorker.controller) && there.every(Boolean)
}

/** Has the worker keep it; `isKept` tells when it is there. */
export function keepHere(): void {
  startWorker().catch(() => {})
  warmCache(needed())
}
