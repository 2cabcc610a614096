import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Campaign } from '../../protocol/campaign.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { content, petition, sealed } from './campaign.fixture.ts'
import { call, ORIGIN, openForSigning, type Running, send, start } from './running.fixture.ts'

let running: Running

beforeEach(async () => {
  running = await start()
})
afterEach(() => running.stop())

const get = (url: string, headers: Record<string, string> = {}) => running.app.inject({ url, headers })

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; " +
  "font-src 'self'; img-src 'self' data: blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; " +
  "require-trusted-types-for 'script'; trusted-types paraphe"

/** The policy of an answer, without the one hash that lets a page's own styles stand in it (preloads.test.ts). */
const policyOf = (headers: Record<string, unknown>) =>
  String(headers['content-security-policy']).replace(/ 'sha256-[\w+/]{43}='/, '')

describe('public pages', () => {
  test('are readable without script, in the language of their address, with the data that brings them alive', async () => {
    for (const [path, language, title] of [
      ['/p/awa', 'fr', 'Titre awa'],
      ['/en/p/awa', 'en', 'Title awa'],
    ] as const) {
      const { statusCode, body, headers } = await get(path)
      expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
      expect(body).toContain(`<html lang="${language}" dir="ltr">`)
      expect(body).toContain(title)
      expect(body).toContain(`${ORIGIN}${path}`)
      const data = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(body)?.[1] ?? ''
      expect(JSON.stringify(JSON.parse(data))).toContain('"awa"')
      expect(body).not.toMatch(/<!--(head|app|data)-->/)
    }
  })

  test.each([
    '/',
    '/en',
    '/en/',
    '/retrait',
    '/en/withdraw',
    '/en/outbox',
    '/p/won',
    '/p/awa/lettre',
    '/en/p/awa/letter',
    '/rejoindre',
    '/en/join',
    '/contact',
    '/en/contact',
  ])('%s is there', async (path) => {
    expect((await get(path)).statusCode).toBe(200)
  })

  test.each([
    '/p/nobody',
    '/p/nobody/lettre',
    '/p/draft/lettre',
    '/p/awa/letter',
    '/join',
    '/withdraw',
    '/en/p/retrait',
    '/en/p/letter',
    '/p/draft',
    '/p/UPPER',
    '/p/%E0%A4%A',
    '/%',
    '/p/a%2Fb',
    '/nowhere',
    '/en/nowhere',
    '//elsewhere.example/p/awa',
    '/.vite/manifest.json',
    '/../package.json',
    `/p/${'a'.repeat(200)}`,
  ])('%s is a page that says so', async (path) => {
    const { statusCode, headers, body } = await get(path)
    expect([statusCode, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
    expect(policyOf(headers)).toBe(POLICY)
    expect(body).not.toContain('elsewhere')
    expect(body).toContain(path.startsWith('/en') ? '<html lang="en" ' : '<html lang="fr" ')
  })

  test.each([
    ['/en/retrait', '/en/withdraw'],
    ['/en/envois', '/en/outbox'],
    ['/en/rejoindre', '/en/join'],
    ['/en/p/awa/lettre', '/en/p/awa/letter'],
  ])('%s, as earlier receipts have it, leads on to %s', async (path, to) => {
    const { statusCode, headers } = await get(path)
    expect([statusCode, headers.location]).toEqual([301, to])
  })

  test('exist while there is no campaign', async () => {
    const empty = await start({ samples: [] })
    expect((await empty.app.inject({ url: '/' })).statusCode).toBe(200)
    await empty.stop()
  })

  test('a text cannot break the page that it stands in', async () => {
    const trap = "</script><!--app-->$&$'<script>alert(1)</script>"
    const tricky = { ...petition('trap', 'open'), story: { fr: trap }, title: { fr: trap } }
    const trapped = await start({ samples: [content({ petitions: [tricky] })] })
    const { body } = await trapped.app.inject({ url: '/p/trap' })
    expect(body).not.toContain('<script>alert')
    const data = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(body)?.[1] ?? ''
    expect(JSON.stringify(JSON.parse(data))).toContain(JSON.stringify(trap).slice(1, -1))
    await trapped.stop()
  })

  test('are not sent again to who holds them', async () => {
    const first = await get('/')
    expect(first.headers['cache-control']).toContain('max-age=0, must-revalidate')
    const again = await get('/', { 'if-none-match': String(first.headers.etag) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    const { sealingKey } = await openForSigning(running)
    await send(running, [await sealed(sealingKey)])
    expect((await get('/', { 'if-none-match': String(first.headers.etag) })).statusCode).toBe(200)
  })

  test.each(['/console', '/console/setup', '/console/campaigns/x', '/stand', '/index.html'])(
    '%s is the bare shell',
    async (path) => {
      const { statusCode, body } = await get(path)
      expect(statusCode).toBe(200)
      expect(body).toContain('<div id="app"></div>')
      expect(body).not.toContain('id="data"')
    },
  )

  test('a page that fails is a word, without what failed', async () => {
    const failing = await start({
      render: () => Promise.reject(new Error('Afi Kodjovi')),
      expectTrouble: true,
    })
    const answer = await failing.app.inject({ url: '/' })
    expect([answer.statusCode, answer.json()]).toEqual([500, { reason: 'server-error' }])
    expect(failing.logs.join()).not.toContain('Kodjovi')
    await failing.stop()
  })
})

describe('public data', () => {
  test('is the campaign in the shape of the protocol, without drafts, by its id and as the current one', async () => {
    for (const campaign of ['droits-2024', 'current']) {
      const answer = await call(running, ROUTES.campaign, { parameters: { campaign } })
      expect(Campaign.parse(answer.json()).petitions.map((p) => p.id)).toEqual(['awa', 'bila', 'closed', 'won'])
      const again = await call(running, ROUTES.campaign, {
        parameters: { campaign },
        headers: { 'if-none-match': String(answer.headers.etag) },
      })
      expect(again.statusCode).toBe(304)
    }
    const counts = await call(running, ROUTES.counts, { parameters: { campaign: 'current' } })
    expect(counts.json()).toEqual({ awa: 0, bila: 0, closed: 0, won: 0 })
  })

  test.each(['elsewhere', 'UPPER', 'a%20b'])('there is no campaign %s', async (campaign) => {
    for (const path of [`/api/v1/campaigns/${campaign}`, `/api/v1/campaigns/${campaign}/counts`]) {
      const answer = await get(path)
      expect([answer.statusCode, answer.json()]).toEqual([404, { reason: 'unknown-campaign' }])
    }
  })

  test('a campaign of one’s own comes before the sample', async () => {
    running.clock.now += 1000
    await running.store.restoreSamples([content({ id: 'ours', sample: false })])
    const current = await call(running, ROUTES.campaign, { parameters: { campaign: 'current' } })
    expect(current.json().id).toBe('ours')
  })
})

describe('the API answers programs with words', () => {
  test.each([
    ['GET', '/api/v1/nothing', 404, 'not-found'],
    ['POST', '/api', 404, 'not-found'],
    ['GET', '/api/v1/withdrawals', 405, 'wrong-method'],
    ['POST', '/api/v1/campaigns/droits-2024', 405, 'wrong-method'],
    ['DELETE', '/api/v1/batches/x', 405, 'wrong-method'],
    ['POST', '/p/awa', 404, 'not-found'],
    ['GET', '/assets/old-123.js', 404, 'not-found'],
  ] as const)('%s %s is %i %s', async (method, url, status, reason) => {
    const answer = await running.app.inject({ method, url })
    expect([answer.statusCode, answer.json()]).toEqual([status, { reason }])
  })

  test('a withdrawal that is not JSON, too large, or of another type', async () => {
    const post = (payload: string, type = 'application/json') =>
      running.app.inject({ method: 'POST', url: '/api/v1/withdrawals', payload, headers: { 'content-type': type } })
    expect((await post('{')).json()).toEqual({ reason: 'not-json' })
    expect((await post(`"${'x'.repeat(70_000)}"`)).json()).toEqual({ reason: 'too-large' })
    expect((await post('campaign=x', 'application/x-www-form-urlencoded')).json()).toEqual({
      reason: 'wrong-content-type',
    })
    expect((await post('[]')).json()).toEqual({ reason: 'not-this-shape' })
  })

  test('healthz', async () => {
    expect((await get('/healthz')).json()).toEqual({ status: 'ok' })
  })
})

describe('headers', () => {
  const kinds: [string, string, 'GET' | 'PUT' | 'POST'][] = [
    ['a page', '/', 'GET'],
    ['a missing page', '/nowhere', 'GET'],
    ['an unreadable path', '/%', 'GET'],
    ['the shell', '/console', 'GET'],
    ['the worker', '/sw.js', 'GET'],
    ['a chunk', '/assets/main-abc123.js', 'GET'],
    ['a chunk of the build before', '/assets/main-old456.js', 'GET'],
    ['a missing chunk', '/assets/none.js', 'GET'],
    ['data', '/api/v1/campaigns/current', 'GET'],
    ['a refusal', '/api/v1/console/session', 'GET'],
    ['a refused batch', '/api/v1/batches/x', 'PUT'],
    ['a foreign request', '/api/v1/console/session', 'POST'],
    ['health', '/healthz', 'GET'],
  ]

  test.each(kinds)('%s carries the policy', async (_, url, method) => {
    const { headers } = await running.app.inject({ method, url })
    expect(policyOf(headers)).toBe(POLICY)
    expect(headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    expect(headers['permissions-policy']).toContain('camera=(self)')
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })

  test('chunks are kept for ever, the worker is always asked for', async () => {
    expect((await get('/assets/main-abc123.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect((await get('/sw.js')).headers['cache-control']).toBe('no-cache')
  })

  test.each(['/assets/main-old456.js', '/assets/console/Console-old456.js'])(
    'the build before still answers for %s',
    async (path) => {
      const { statusCode, headers } = await get(path)
      expect([statusCode, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
    },
  )

  test('texts are packed for who can unpack them', async () => {
    for (const path of ['/assets/main-abc123.js', '/assets/main-old456.js', '/', '/api/v1/campaigns/current']) {
      const packed = await get(path, { 'accept-encoding': 'gzip, br' })
      expect(packed.headers['content-encoding']).toBe('br')
      expect(packed.rawPayload.length).toBeLessThan((await get(path)).rawPayload.length)
    }
  })

  test.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync, '// worker, by Brotli'],
    ['gzip', 'gzip', gunzipSync, '// worker, by gzip'],
  ])('what the build has packed goes out as it lies: %s', async (accepted, encoding, unpack, text) => {
    const packed = await get('/sw.js', { 'accept-encoding': accepted })
    expect([packed.statusCode, unpack(packed.rawPayload).toString()]).toEqual([200, text])
    expect(packed.headers).toMatchObject({
      'content-encoding': encoding,
      'content-type': 'application/javascript; charset=utf-8',
      'cache-control': 'no-cache',
      vary: expect.stringMatching(/accept-encoding/i),
    })
    expect((await get('/sw.js')).body).toBe('// worker')
  })
})

describe('reports of the policy', () => {
  test('are not taken unless asked for', async () => {
    expect((await get('/')).headers['content-security-policy']).not.toContain('report-uri')
    expect((await running.app.inject({ method: 'POST', url: '/csp', payload: '{}' })).statusCode).toBe(404)
  })

  test('are counted where they are', async () => {
    const reporting = await start({ cspReports: true })
    expect((await reporting.app.inject({ url: '/sw.js' })).headers['content-security-policy']).toBe(
      `${POLICY}; report-uri /csp`,
    )
    const report = { 'csp-report': { 'blocked-uri': 'inline' } }
    const answer = await reporting.app.inject({
      method: 'POST',
      url: '/csp',
      payload: JSON.stringify(report),
      headers: { 'content-type': 'application/csp-report' },
    })
    expect(answer.statusCode).toBe(204)
    expect((await reporting.app.inject({ url: '/csp' })).json()).toEqual({ count: 1, reports: [report] })
    await reporting.stop()
  })
})
