// What the worker keeps, and how it answers from it. It stores our server's responses with their headers and replays them; it
// never makes a page of its own.
import { pathIn, splitPath } from '../src/i18n/languages.ts'
import { kindOf, LOOK } from './kind.ts'

export interface CachePorts {
  origin: string
  caches: CacheStorage
  fetch(request: Request | string): Promise<Response>
  /** A file that came with this build. */
  precached(path: string): Promise<Response | undefined>
  /** Paths of all files that came with this build. */
  files: ReadonlySet<string>
  /** Paths of this build's files that only a stand's tablet needs: kept where it is asked for, and from then on. */
  stand: ReadonlySet<string>
  wait(ms: number): Promise<unknown>
  /** Changes with each build. */
  build: string
}

/** Work that may go on after the answer. */
export type Hold = (work: Promise<unknown>) => void

/** How long a page or a campaign's data may take before the last copy is shown instead. */
const PATIENCE_MS = 2500
/** Warming is a favour; it must not hold up the install on a bad link. */
const WARM_MS = 15_000

const DATA = 'data'
const GROUPS = 'groups'
const PREVIOUS = 'previous'
const PAGES = 'pages-'
const MOST: Record<string, number> = { [DATA]: 60, [GROUPS]: 120, [PAGES]: 60 }

/** From this the shell draws every page that was never visited. */
export const ALWAYS_WARM = ['/api/v1/campaigns/current', '/api/v1/campaigns/current/counts', '/theme.css']

/**
 * Whether a response is Paraphe's own: it carries our policy, which no captive portal, proxy or error page in between does.
 * Without it a stored page would also be replayed without its protection.
 */
export const isOurs = (response: Response): boolean =>
  response.headers.get('content-security-policy')?.includes('trusted-types paraphe') === true

const isType = (response: Response, type: string) => response.headers.get('content-type')?.startsWith(type) === true

/** The script that a built page begins with, by its path. */
const entryOf = (html: string): string | undefined => /<script type="module"[^>]* src="([^"]+)"/.exec(html)?.[1]

/** Pictures of a campaign that a page or its styles name. */
const looksIn = (text: string): string[] =>
  [...text.matchAll(/"(\/[\w/-]+\.(?:svg|png|webp|jpg))"/g)]
    .map(([, path = '']) => path)
    .filter((path) => LOOK.test(path))

export function createCache({ origin, caches, fetch, precached, files, stand, wait, build }: CachePorts) {
  const pages = PAGES + build

  /** Where this response of ours may be kept; null where it may not. */
  function roomFor(url: URL, response: Response): string | null {
    if (response.status !== 200 || response.redirected || !isOurs(response)) return null
    const kind = kindOf({ method: 'GET', url: url.href, mode: 'navigate' }, origin)
    if (kind === 'page' && isType(response, 'text/html')) return pages
    if (kind === 'data' && isType(response, 'application/json')) return DATA
    if ((kind === 'theme' && isType(response, 'text/css')) || LOOK.test(url.pathname)) return DATA
    if (kind === 'asset' && /^\/assets\/(?:acts|console|stand)\//.test(url.pathname)) return GROUPS
    return null
  }

  /** Kept without query and fragment: those can tell who sent the link. */
  const keyOf = (url: URL) => url.origin + url.pathname

  async function keep(url: URL, response: Response): Promise<void> {
    const room = roomFor(url, response)
    if (!room) return
    // The server may run a newer build already, whose files are not all here: offline, its page would never come alive. The
    // copy that is here does, and the worker of that build brings its own.
    const text = room === pages || isType(response, 'text/css') ? await response.clone().text() : ''
    const entry = entryOf(text)
    if (entry && !files.has(entry)) return
    const cache = await caches.open(room)
    await cache.put(keyOf(url), response)
    // What it is drawn with has to be here as well, offline.
    if (room !== GROUPS) await Promise.all(looksIn(text).map((path) => fetchOnce(path, DATA).catch(() => {})))
    const keys = (await cache.keys()).filter((it) => !stand.has(new URL(it.url).pathname))
    const most = MOST[room] ?? MOST[PAGES] ?? 0
    for (const oldest of keys.slice(0, Math.max(0, keys.length - most))) await cache.delete(oldest)
  }

  async function fetchOnce(path: string, room: string): Promise<void> {
    const url = new URL(path, origin)
    if (!(await (await caches.open(room)).match(keyOf(url)))) await keep(url, await fetch(keyOf(url)))
  }

  const copyOf = (url: URL) => caches.match(keyOf(url), { ignoreVary: true })

  /** The network's answer if it is ours and in time, else the last copy, else `last`, else whatever the network says. */
  async function freshOrKept(
    request: Request,
    hold: Hold,
    last: () => Promise<Response | undefined>,
  ): Promise<Response> {
    const url = new URL(request.url)
    const network = fetch(request)
    const stored = network.then((response) => keep(url, response.clone()))
    hold(stored.catch(() => {}))
    const copy = await copyOf(url)
    const usable = network.then(async (response) => {
      if (response.type === 'opaqueredirect') return response
      if (!isOurs(response) || response.status >= 500) return null
      // On a dead-slow line the first bytes come in time and the rest does not: what has a copy has to come whole.
      if (copy) await response.clone().arrayBuffer()
      return response
    })
    const inTime = await Promise.race([usable.catch(() => null), wait(PATIENCE_MS).then(() => null)])
    return inTime ?? copy ?? (await last()) ?? network
  }

  /** The last copy at once, renewed for the next time: a workplace is not drawn before its styles are here. */
  async function keptOrFresh(request: Request, hold: Hold): Promise<Response> {
    const url = new URL(request.url)
    const network = fetch(request)
    hold(network.then((response) => keep(url, response.clone())).catch(() => {}))
    return (await copyOf(url)) ?? network
  }

  async function asset(request: Request, hold: Hold): Promise<Response> {
    const url = new URL(request.url)
    const here = (await precached(url.pathname)) ?? (await copyOf(url))
    if (here) return here
    const response = await fetch(request)
    hold(keep(url, response.clone()).catch(() => {}))
    return response
  }

  const shell = () => precached('/index.html')

  const isKept = async (path: string) => (await precached(path)) ?? (await copyOf(new URL(path, origin)))

  /** What a tablet needs of this build and what is not here; what a stand lacks is fetched first. */
  async function lackingAtStand(): Promise<string[]> {
    const one = async (path: string) => {
      const url = new URL(path, origin)
      if (!(await copyOf(url))) await keep(url, await fetch(url.href))
    }
    await Promise.race([Promise.all([...stand].map((path) => one(path).catch(() => {}))), wait(WARM_MS)])
    const all = [...files, ...stand]
    const kept = await Promise.all(all.map(isKept))
    return all.filter((_, n) => !kept[n])
  }

  return {
    lackingAtStand,

    /** At install: where a stand was entered, a build without all of the stand would leave its volunteers without one. */
    async keepStand(): Promise<void> {
      const entered = (await (await caches.open(GROUPS)).keys()).some(({ url }) => url.includes('/assets/stand/'))
      if (entered && (await lackingAtStand()).some((path) => stand.has(path)))
        throw new Error('the stand is not complete')
    },

    /** The answer to a request, or null where the worker keeps out of it. */
    answer(request: Request, hold: Hold): Promise<Response> | null {
      switch (kindOf(request, origin)) {
        case 'asset':
          return asset(request, hold)
        case 'shell':
          return shell().then((here) => here ?? fetch(request))
        case 'page': {
          const { pathname, search } = new URL(request.url)
          const { language, path } = splitPath(pathname)
          const today = pathIn(language, path)
          // An address of earlier receipts: as the server does, but without network too.
          if (today !== pathname && !pathname.endsWith('/'))
            return Promise.resolve(Response.redirect(origin + today + search, 301))
          return freshOrKept(request, hold, shell)
        }
        case 'data':
          return freshOrKept(request, hold, async () => undefined)
        case 'theme':
          return keptOrFresh(request, hold)
        case 'pass':
          return null
      }
    },

    /**
     * Fetches what is not kept yet of these paths of this site; what is there is renewed whenever it is visited. What fails,
     * fails quietly.
     */
    async warm(paths: readonly string[]): Promise<void> {
      const one = async (path: string) => {
        const url = new URL(path, origin)
        const kind = kindOf({ method: 'GET', url: url.href, mode: 'navigate' }, origin)
        if (kind === 'page') await fetchOnce(path, pages)
        if (kind === 'asset') await fetchOnce(path, LOOK.test(path) ? DATA : GROUPS)
        if (kind === 'data' || kind === 'theme') await fetchOnce(path, DATA)
      }
      await Promise.race([Promise.all(paths.map((path) => one(path).catch(() => {}))), wait(WARM_MS)])
    },

    /** At install: tabs that still run the build before go on finding its files after this one took over (traps.md §1). */
    async keepPreviousBuild(): Promise<void> {
      await caches.delete(PREVIOUS)
      const previous = await caches.open(PREVIOUS)
      for (const name of await caches.keys()) {
        if (!name.includes('precache')) continue
        const cache = await caches.open(name)
        for (const request of await cache.keys()) {
          const { pathname } = new URL(request.url)
          if (!pathname.startsWith('/assets/') || files.has(pathname)) continue
          const response = await cache.match(request)
          if (response) await previous.put(request, response)
        }
      }
    },

    /** When this build takes over: copies of pages that ask for another build's files are no use any more. */
    async forgetOldPages(): Promise<void> {
      for (const name of await caches.keys()) {
        if (name.startsWith(PAGES) && name !== pages) await caches.delete(name)
      }
    },
  }
}
