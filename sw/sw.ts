// The worker: a table of its events. What is kept and how it answers is in cache.ts; what it sends is the page's own drain.
import { addPlugins, matchPrecache, type PrecacheEntry, precache } from 'workbox-precaching'
import * as z from 'zod/mini'
import { drain } from '../src/outbox/drain.ts'
import { ports } from '../src/outbox/drain-ports.ts'
import { prove } from '../src/outbox/prove-here.ts'
import { askBack } from '../src/outbox/restored.ts'
import { sendWithdrawals } from '../src/outbox/withdrawals.ts'
import { SYNC_TAG } from '../src/outbox/worker-messages.ts'
import { ALWAYS_WARM, createCache, isOurs } from './cache.ts'

declare const self: ServiceWorkerGlobalScope

// zod would probe `new Function`, which our policy forbids.
z.config({ jitless: true })

/** How a sync tells the browser to wake the worker again. Nothing is wrong with the worker. */
class StillWaiting extends Error {}

const built = self.__WB_MANIFEST as PrecacheEntry[]
const isOfStand = ({ url }: PrecacheEntry) => url.startsWith('assets/stand/')
const files = built.filter((it) => !isOfStand(it))
const pathsOf = (entries: PrecacheEntry[]) =>
  new Set(entries.map(({ url }) => new URL(url, self.location.origin).pathname))
const cache = createCache({
  origin: self.location.origin,
  caches: self.caches,
  fetch: (request) => fetch(request),
  precached: (path) => matchPrecache(path),
  files: pathsOf(files),
  stand: pathsOf(built.filter(isOfStand)),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  build: files.find(({ url }) => url === 'index.html')?.revision ?? 'unknown',
})

// Nothing thrown in a worker reaches any page (traps.md §9). Errors here carry words and ids, never what a person wrote.
self.addEventListener('error', (event) => console.error('sw', event.message))
self.addEventListener('unhandledrejection', (event) => {
  const { reason } = event
  if (reason instanceof StillWaiting) event.preventDefault()
  else console.error('sw', reason instanceof Error ? reason.message : String(reason))
})

self.addEventListener('install', (event) => {
  event.waitUntil(Promise.all([cache.keepPreviousBuild().then(() => cache.warm(ALWAYS_WARM)), cache.keepStand()]))
})

// An install in which something else than our server answered does not happen; the browser tries again later.
addPlugins([
  { cacheWillUpdate: async ({ response }) => (response.status === 200 && isOurs(response) ? response : null) },
])
precache(files)

self.addEventListener('activate', (event) => {
  event.waitUntil(cache.forgetOldPages().then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const answer = cache.answer(event.request, (work) => event.waitUntil(work))
  if (answer) event.respondWith(answer)
})

self.addEventListener('message', (event) => {
  const message = readMessage(event.data)
  if (message?.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting())
  if (message?.type === 'STAND')
    event.waitUntil(cache.lackingAtStand().then((lacking) => event.ports[0]?.postMessage(lacking)))
  if (message?.type === 'WARM') event.waitUntil(cache.warm(message.paths))
})

self.addEventListener('sync', (event) => {
  if (event.tag === SYNC_TAG) event.waitUntil(drainAll())
})

async function drainAll(): Promise<void> {
  const { until } = await drain({ ...ports, prove, errands: { sendWithdrawals, askBack } }, 'online')
  if (until !== null) throw new StillWaiting()
}

const Message = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['SKIP_WAITING', 'STAND']) }),
  z.object({ type: z.literal('WARM'), paths: z.array(z.string()).check(z.maxLength(50)) }),
])

function readMessage(data: unknown): z.infer<typeof Message> | null {
  const read = z.safeParse(Message, data)
  return read.success ? read.data : null
}
