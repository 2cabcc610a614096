import { beforeEach, describe, expect, it } from 'vitest'
import { ALWAYS_WARM, createCache, isOurs } from '../../sw/cache.ts'
import { kindOf } from '../../sw/kind.ts'
import { fakeCaches } from './fake-caches.ts'

const ORIGIN = 'https://paraphe.example'
const POLICY = "default-src 'none'; require-trusted-types-for 'script'; trusted-types paraphe"

const ours = (body: string, type: string, over: { status?: number; headers?: Record<string, string> } = {}) =>
  new Response(body, {
    status: over.status ?? 200,
    headers: { 'content-type': type, 'content-security-policy': POLICY, 'x-kept': 'yes', ...over.headers },
  })
const html = (body: string) => ours(body, 'text/html; charset=utf-8')
const json = (value: unknown) => ours(JSON.stringify(value), 'application/json; charset=utf-8')
const portal = () => new Response('<h1>Welcome to Café Wifi</h1>', { headers: { 'content-type': 'text/html' } })
const offline = () => Promise.reject(new TypeError('Failed to fetch'))
const never = () => new Promise<Response>(() => {})

/** Requests as a page makes them; Node cannot make a navigation itself. */
const asked = (path: string, mode: 'navigate' | 'cors' = 'navigate', method = 'GET') => {
  const request = new Request(ORIGIN + path, { method })
  Object.defineProperty(request, 'mode', { value: mode })
  return request
}

let caches: ReturnType<typeof fakeCaches>
let network: (url: string) => Response | Promise<Response>
let wentOut: string[]
let precache: Record<string, () => Response>
let held: Promise<unknown>[]
let waits: { ms: number; end: () => void }[]

beforeEach(() => {
  caches = fakeCaches()
  wentOut = []
  held = []
  waits = []
  network = offline
  precache = { '/index.html': () => html('shell') }
})

const worker = (build = 'one', files: string[] = ['/index.html'], stand: string[] = []) =>
  createCache({
    origin: ORIGIN,
    caches,
    fetch: async (request) => {
      const url = request instanceof Request ? request.url : request
      wentOut.push(new URL(url).pathname)
      return network(url)
    },
    precached: async (path) => precache[path]?.(),
    files: new Set(files),
    stand: new Set(stand),
    wait: (ms) => new Promise((end) => waits.push({ ms, end: () => end(undefined) })),
    build,
  })

const settled = async () => {
  while (held.length > 0) await Promise.all(held.splice(0))
}
const answer = async (request: Request, cache = worker()) => {
  const response = await (cache.answer(request, (work) => held.push(work)) ?? Promise.resolve(null))
  return response
}
const visit = async (path: string, mode: 'navigate' | 'cors' = 'navigate') => {
  const response = await answer(asked(path, mode))
  await settled()
  return response?.text()
}
const everythingKept = async () => Object.values(await caches.dump()).flat()

describe('the worker keeps out of', () => {
  it.each([
    ['sending', asked('/api/v1/batches/x', 'cors', 'PUT')],
    ['withdrawing', asked('/api/v1/withdrawals', 'cors', 'POST')],
    ['any page by another method', asked('/', 'navigate', 'POST')],
    ['what a coordinator reads', asked('/api/v1/console/campaigns', 'cors')],
    ['what a coordinator opens by address', asked('/api/v1/console/campaigns/x/envelopes')],
    ['the rest of the API', asked('/api/v1/batches/x', 'cors')],
    ['health', asked('/healthz', 'cors')],
    ['files that are not of this build', asked('/sw.js', 'cors')],
  ])('%s', async (_, request) => {
    expect(await answer(request)).toBeNull()
    expect(wentOut).toEqual([])
  })

  it('other origins', () => {
    const request = { method: 'GET', url: 'https://elsewhere.example/assets/x.js', mode: 'cors' }
    expect(kindOf(request, ORIGIN)).toBe('pass')
  })
})

describe('the workplaces', () => {
  it.each(['/console', '/console/', '/console/setup', '/en/console', '/stand', '/stand/tablet-7'])(
    'open at once from the shell, without the network: %s',
    async (path) => {
      expect(await visit(path)).toBe('shell')
      expect(wentOut).toEqual([])
    },
  )

  it('are not taken for a case whose name begins like them', () => {
    expect(kindOf(asked('/p/console'), ORIGIN)).toBe('page')
    expect(kindOf(asked('/consoles'), ORIGIN)).toBe('page')
  })
})

describe('a public page', () => {
  it('comes from the network when that answers in time, and is kept', async () => {
    network = () => html('fresh')
    expect(await visit('/p/joel')).toBe('fresh')
    network = offline
    expect(await visit('/p/joel')).toBe('fresh')
  })

  it('is the last copy when the network takes longer than 2.5 s, and the late one is kept', async () => {
    network = () => html('old')
    await visit('/')
    let arrive: (response: Response) => void = () => {}
    network = () => new Promise((resolve) => (arrive = resolve))
    const answering = answer(asked('/'))
    await expect.poll(() => waits.length).toBe(2)
    expect(waits.at(-1)?.ms).toBe(2500)
    waits.at(-1)?.end()
    expect(await (await answering)?.text()).toBe('old')
    arrive(html('new'))
    await settled()
    network = offline
    expect(await visit('/')).toBe('new')
  })

  it('is the shell when there is no copy', async () => {
    expect(await visit('/p/never-seen')).toBe('shell')
  })

  it('is whatever the network says in the end when there is not even a shell', async () => {
    precache = {}
    network = portal
    expect(await visit('/')).toContain('Welcome')
  })

  it('is the last copy when its first bytes come in time and the rest does not', async () => {
    network = () => html('old')
    await visit('/')
    network = () => {
      const begun = new ReadableStream({ start: (it) => it.enqueue(new TextEncoder().encode('ne')) })
      return new Response(begun, html('').clone())
    }
    const answering = answer(asked('/'))
    await expect.poll(() => waits.length).toBe(2)
    waits.at(-1)?.end()
    expect(await (await answering)?.text()).toBe('old')
    held = []
  })

  it('is the last copy when the line breaks in the middle of it', async () => {
    network = () => html('old')
    await visit('/')
    network = () => new Response(new ReadableStream({ start: (it) => it.error(new TypeError('network')) }), html(''))
    expect(await (await answer(asked('/')))?.text()).toBe('old')
    await settled()
  })

  it('that was never seen is shown as its bytes come', async () => {
    network = () => {
      const begun = new ReadableStream({ start: (it) => it.enqueue(new TextEncoder().encode('ne')) })
      return new Response(begun, html(''))
    }
    expect((await answer(asked('/')))?.status).toBe(200)
    held = []
  })

  it('is replayed with its headers', async () => {
    network = () => html('page')
    await visit('/')
    network = offline
    const response = await answer(asked('/'))
    expect(response?.headers.get('content-security-policy')).toBe(POLICY)
    expect(response?.headers.get('x-kept')).toBe('yes')
  })

  it('is never a captive portal’s: neither shown in place of a copy nor kept', async () => {
    network = portal
    expect(await visit('/')).toBe('shell')
    expect(await everythingKept()).toEqual([])
    network = () => html('page')
    await visit('/')
    network = portal
    expect(await visit('/')).toBe('page')
  })

  it('is the last copy when the server or a proxy fails', async () => {
    network = () => html('page')
    await visit('/')
    for (const failing of [
      () => ours('<h1>500</h1>', 'text/html', { status: 500 }),
      () => new Response('bad gateway', { status: 502 }),
    ]) {
      network = failing
      expect(await visit('/')).toBe('page')
    }
  })

  it('that does not exist is said so, and not kept', async () => {
    network = () => ours('not here', 'text/html', { status: 404 })
    expect(await visit('/p/gone')).toBe('not here')
    expect(await everythingKept()).toEqual([])
  })

  it('may send elsewhere on this site', async () => {
    const redirect = html('')
    Object.defineProperty(redirect, 'type', { value: 'opaqueredirect' })
    Object.defineProperty(redirect, 'status', { value: 0 })
    redirect.headers.delete('content-security-policy')
    network = () => redirect
    expect((await answer(asked('/en/')))?.type).toBe('opaqueredirect')
    await settled()
    expect(await everythingKept()).toEqual([])
  })

  it('is kept without query or fragment, which can tell who sent the link', async () => {
    network = () => html('page')
    await visit('/p/joel?from=kodjo')
    expect(await everythingKept()).toEqual(['/p/joel'])
    expect((await (await caches.open('pages-one')).keys()).map((it) => it.url)).toEqual([`${ORIGIN}/p/joel`])
    network = offline
    expect(await visit('/p/joel?from=afi')).toBe('page')
  })

  it.each([
    ['/en/retrait', '/en/withdraw'],
    ['/en/envois?from=afi', '/en/outbox?from=afi'],
    ['/en/p/joel/lettre', '/en/p/joel/letter'],
  ])('%s, an address of earlier receipts, leads on to %s without the network', async (path, to) => {
    const response = await answer(asked(path))
    expect([response?.status, response?.headers.get('location')]).toEqual([301, ORIGIN + to])
    expect(wentOut).toEqual([])
  })

  it.each(['/en', '/en/', '/en/withdraw', '/retrait', '/en/p/retrait', '/en/constructor', '//evil/en/retrait'])(
    '%s leads nowhere else',
    async (path) => {
      expect(await visit(path)).toBe('shell')
    },
  )

  it('has company of at most sixty', async () => {
    network = (url) => html(url)
    for (let n = 0; n < 65; n++) await visit(`/p/case-${n}`)
    const kept = await everythingKept()
    expect(kept).toHaveLength(60)
    expect(kept).toContain('/p/case-64')
    expect(kept).not.toContain('/p/case-4')
  })

  it('of a newer build is shown, but does not take the place of a copy whose files are all here', async () => {
    const built = (name: string) => html(`<script type="module" crossorigin src="/assets/${name}.js"></script>`)
    const cache = worker('one', ['/index.html', '/assets/one.js'])
    const look = async () => {
      const response = await answer(asked('/'), cache)
      await settled()
      return response?.text()
    }
    network = () => built('one')
    await look()
    network = () => built('two')
    expect(await look()).toContain('/assets/two.js')
    network = offline
    expect(await look()).toContain('/assets/one.js')
  })

  it('that came with another build is forgotten when this one takes over', async () => {
    network = () => html('old build')
    await visit('/')
    await worker('two').forgetOldPages()
    network = offline
    expect(await visit('/')).toBe('shell')
  })
})

describe('a campaign’s data', () => {
  const path = '/api/v1/campaigns/current'

  it('is fresh when the network answers in time, else the last copy', async () => {
    network = () => json({ name: 'fresh' })
    expect(await visit(path, 'cors')).toBe('{"name":"fresh"}')
    network = offline
    expect(await visit(path, 'cors')).toBe('{"name":"fresh"}')
    network = never
    const answering = answer(asked(path, 'cors'))
    await expect.poll(() => waits.length).toBe(3)
    waits.at(-1)?.end()
    expect(await (await answering)?.text()).toBe('{"name":"fresh"}')
  })

  it('is never a portal’s page, and never the shell', async () => {
    network = portal
    expect(await visit(path, 'cors')).toContain('Welcome')
    expect(await everythingKept()).toEqual([])
    network = offline
    await expect(answer(asked(path, 'cors'))).rejects.toThrow('Failed to fetch')
    held = []
  })

  it('is kept only as JSON, and a page only as HTML', async () => {
    network = () => html('odd')
    await visit(path, 'cors')
    network = () => json({})
    await visit('/')
    expect(await everythingKept()).toEqual([])
  })

  it('includes the counts, but no other part of the API', () => {
    expect(kindOf(asked(`${path}/counts`, 'cors'), ORIGIN)).toBe('data')
    expect(kindOf(asked(`${path}/envelopes`, 'cors'), ORIGIN)).toBe('pass')
  })
})

describe('a campaign’s look', () => {
  const css = (text: string) => ours(text, 'text/css; charset=utf-8')
  const LOGO = '/pictures/AAAA-logo.svg'
  const site: Record<string, () => Response> = {
    '/': () => html(`<style>.mark { background: url("${LOGO}") }</style><a href="/pictures/elsewhere">`),
    '/theme.css': () => css(`.mark { background: url("${LOGO}") }`),
    [LOGO]: () => ours('<svg/>', 'image/svg+xml'),
  }
  const road = (url: string) => site[new URL(url).pathname]?.() ?? offline()

  it('is kept with the page that wears it, its logo included, and answered without the network', async () => {
    network = road
    await visit('/')
    expect((await everythingKept()).sort()).toEqual(['/', LOGO])
    network = offline
    wentOut = []
    expect(await visit(LOGO, 'cors')).toBe('<svg/>')
    expect(wentOut).toEqual([])
  })

  it('is warmed for the workplaces, which get the last copy at once and the new one the next time', async () => {
    network = road
    await worker().warm(ALWAYS_WARM)
    expect((await everythingKept()).sort()).toEqual([LOGO, '/theme.css'])
    network = (url) => (url.endsWith('/theme.css') ? css(':root { --accent: red }') : offline())
    expect(await visit('/theme.css', 'cors')).toContain('.mark')
    network = never
    const answered = await answer(asked('/theme.css', 'cors'))
    expect(await answered?.text()).toContain('--accent')
    held = []
  })

  it('is never a portal’s page', async () => {
    network = portal
    await visit('/theme.css', 'cors')
    await visit(LOGO, 'cors')
    expect(await everythingKept()).toEqual([])
  })

  it('leaves the manifest to the browser', () => {
    expect(kindOf(asked('/app.webmanifest', 'cors'), ORIGIN)).toBe('pass')
  })
})

describe('files of the build', () => {
  it('come from the precache without the network', async () => {
    precache['/assets/main-1.js'] = () => ours('code', 'text/javascript')
    expect(await visit('/assets/main-1.js', 'cors')).toBe('code')
    expect(wentOut).toEqual([])
  })

  it('of a workplace are kept when it is entered', async () => {
    network = () => ours('console code', 'text/javascript')
    await visit('/assets/console/export-1.js', 'cors')
    network = offline
    expect(await visit('/assets/console/export-1.js', 'cors')).toBe('console code')
  })

  it('that are not of this build come from the network and are not kept', async () => {
    network = () => ours('code', 'text/javascript')
    expect(await visit('/assets/other-1.js', 'cors')).toBe('code')
    expect(await everythingKept()).toEqual([])
  })

  it('of the build before stay for the tabs that still run it, and those before that go', async () => {
    const precacheName = 'workbox-precache-v2-https://paraphe.example/'
    const cache = await caches.open(precacheName)
    await cache.put(`${ORIGIN}/assets/lazy-old.js`, ours('old code', 'text/javascript'))
    await cache.put(`${ORIGIN}/assets/same.js`, ours('same', 'text/javascript'))
    await cache.put(`${ORIGIN}/index.html`, html('old shell'))
    await (await caches.open('previous')).put(`${ORIGIN}/assets/older.js`, ours('older', 'text/javascript'))

    await worker('two', ['/assets/same.js', '/index.html']).keepPreviousBuild()
    await caches.delete(precacheName)

    expect(await caches.dump()).toEqual({ previous: ['/assets/lazy-old.js'] })
    expect(await visit('/assets/lazy-old.js', 'cors')).toBe('old code')
  })
})

describe('the stand', () => {
  const FILES = ['/index.html', '/assets/main-1.js']
  const STAND = ['/assets/stand/Stand-1.js', '/assets/stand/Stand-1.css']
  const tablet = (build = 'one', stand = STAND) => worker(build, FILES, stand)
  const code = (url: string) => ours(`code of ${url}`, url.endsWith('.css') ? 'text/css' : 'text/javascript')
  beforeEach(() => {
    precache['/assets/main-1.js'] = () => ours('main', 'text/javascript')
  })

  it('is not fetched on a phone', async () => {
    network = code
    await tablet().keepStand()
    expect(wentOut).toEqual([])
  })

  it('is complete once it was asked for, and then also without the network', async () => {
    network = code
    expect(await tablet().lackingAtStand()).toEqual([])
    network = offline
    wentOut = []
    expect(await tablet().lackingAtStand()).toEqual([])
    expect(wentOut).toEqual([])
    expect(await answer(asked(STAND[0] ?? '', 'cors'), tablet()).then((it) => it?.text())).toContain('code of')
  })

  it('says what is lacking, of what it needs itself and of what every phone has', async () => {
    network = (url) => (url.endsWith('.css') ? offline() : code(url))
    delete precache['/assets/main-1.js']
    expect(await tablet().lackingAtStand()).toEqual(['/assets/main-1.js', '/assets/stand/Stand-1.css'])
  })

  it('takes no portal’s page for a file', async () => {
    network = portal
    expect(await tablet().lackingAtStand()).toEqual(STAND)
  })

  it('holds back a new build on a tablet until all of that build’s stand is there', async () => {
    network = code
    await tablet().lackingAtStand()
    const next = () => tablet('two', ['/assets/stand/Stand-2.js']).keepStand()
    network = offline
    await expect(next()).rejects.toThrow('not complete')
    network = code
    await expect(next()).resolves.toBeUndefined()
  })

  it('is not pushed out by what the console brings', async () => {
    network = code
    const cache = tablet()
    await cache.lackingAtStand()
    for (let n = 0; n < 130; n++) await answer(asked(`/assets/console/export-${n}.js`, 'cors'), cache)
    await settled()
    network = offline
    expect(await cache.lackingAtStand()).toEqual([])
  })
})

describe('warming', () => {
  it('keeps the campaign and the page that is open, and whatever fails fails quietly', async () => {
    network = (url) => {
      const { pathname } = new URL(url)
      if (pathname.endsWith('/counts')) return offline()
      return pathname.startsWith('/api/') ? json({}) : html(pathname)
    }
    await worker().warm([...ALWAYS_WARM, '/p/joel-paredes'])
    expect((await everythingKept()).sort()).toEqual(['/api/v1/campaigns/current', '/p/joel-paredes'])
  })

  it('goes to no other origin and keeps nothing of the console', async () => {
    network = () => html('x')
    await worker().warm(['https://elsewhere.example/', '//elsewhere.example/', '/console', '/api/v1/console/campaigns'])
    expect(await everythingKept()).toEqual([])
    expect(wentOut).toEqual([])
  })

  it('does not fetch twice what this build has kept, and fetches anew what only the build before had', async () => {
    network = (url) => (url.includes('/api/') ? json({}) : html('page'))
    await worker('one').warm(['/', '/api/v1/campaigns/current'])
    await worker('one').warm(['/', '/api/v1/campaigns/current'])
    expect(wentOut).toEqual(['/', '/api/v1/campaigns/current'])
    await worker('two').warm(['/'])
    expect(wentOut.slice(2)).toEqual(['/'])
  })

  it('keeps the code of a page beside signing, once that was opened', async () => {
    network = () => ours('export {}', 'text/javascript')
    precache['/assets/here.js'] = () => ours('export {}', 'text/javascript')
    await worker().warm(['/assets/acts/ActRoom-1.js', '/assets/here.js', '/assets/elsewhere.js'])
    expect(await everythingKept()).toEqual(['/assets/acts/ActRoom-1.js'])
    network = offline
    expect(await visit('/assets/acts/ActRoom-1.js', 'cors')).toBe('export {}')
  })

  it('keeps a photograph with the campaign, and fetches it once', async () => {
    network = () => ours('', 'image/webp')
    for (let times = 0; times < 2; times++) await worker().warm(['/pictures/abc.webp'])
    expect(wentOut).toEqual(['/pictures/abc.webp'])
    expect(await everythingKept()).toEqual(['/pictures/abc.webp'])
  })

  it('does not hold up an install for longer than 15 s', async () => {
    network = never
    const warming = worker().warm(['/'])
    await expect.poll(() => waits.length).toBe(1)
    expect(waits[0]?.ms).toBe(15_000)
    waits[0]?.end()
    await warming
  })
})

describe('our own responses', () => {
  it('are known by our policy', () => {
    expect(isOurs(html('x'))).toBe(true)
    expect(isOurs(portal())).toBe(false)
    const other = new Response('', { headers: { 'content-security-policy': "default-src 'self'" } })
    expect(isOurs(other)).toBe(false)
  })
})
