import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MIGRATIONS } from '../../sync-server/store/migrations/all.ts'
import { content, sealed } from './campaign.fixture.ts'
import { countsOf, ORIGIN, openForSigning, type Running, send, start } from './running.fixture.ts'

let running: Running

beforeEach(async () => {
  running = await start()
})
afterEach(() => running.stop())

const get = (url: string, headers: Record<string, string> = {}) => running.app.inject({ url, headers })

describe('the map of the site', () => {
  test('names every page in every language, and no draft', async () => {
    const { body, headers } = await get('/sitemap.xml')
    expect(headers['content-type']).toBe('application/xml; charset=utf-8')
    for (const path of ['/', '/en', '/p/awa', '/en/p/awa', '/p/won', '/retrait'])
      expect(body).toContain(`<loc>${ORIGIN}${path}</loc>`)
    expect(body).toContain(`hreflang="en" href="${ORIGIN}/en/p/awa"`)
    expect(body).toContain('<lastmod>2025-03-01</lastmod>')
    expect(body).not.toMatch(/draft|console|envois/)
    for (const [, path = ''] of body.matchAll(/<loc>http:\/\/localhost:8080([^<]*)<\/loc>/g))
      expect((await get(path)).statusCode, path).toBe(200)
  })

  test('is named to robots, who stay out of the workplaces', async () => {
    const { body } = await get('/robots.txt')
    expect(body).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`)
    expect(body).toContain('Disallow: /console')
  })
})

describe('the manifest', () => {
  test('installs the campaign in the language of the page that names it', async () => {
    for (const [page, path, lang, name, sign] of [
      ['/p/awa', '/app.webmanifest', 'fr', 'Écrire pour les droits', 'Signer'],
      ['/en/p/awa', '/en/app.webmanifest', 'en', 'Write for Rights', 'Sign'],
    ] as const) {
      expect((await get(page)).body).toContain(`<link rel="manifest" href="${path}">`)
      const { headers, body } = await get(path)
      expect(headers['content-type']).toBe('application/manifest+json; charset=utf-8')
      const manifest = JSON.parse(body)
      expect(manifest).toMatchObject({ id: '/', scope: '/', display: 'standalone', lang, dir: 'ltr', name })
      expect(manifest.short_name).toBe('Paraphe')
      expect(manifest.shortcuts[0]).toMatchObject({ name: sign, url: expect.stringMatching(/\/p\/awa#signer$/) })
      expect(manifest.shortcuts[1].url).toBe('/stand')
    }
  })

  test('wears the campaign’s theme', async () => {
    const theme = { name: { fr: 'Ligue' }, colours: { accent: '#ffd166', night: '#0b2545' } }
    const themed = await start({ samples: [content({ theme })] })
    expect((await themed.app.inject({ url: '/app.webmanifest' })).json()).toMatchObject({
      short_name: 'Ligue',
      theme_color: '#0b2545',
    })
    await themed.stop()
  })
})

describe('a cache between', () => {
  test.each(['/', '/en/p/awa', '/api/v1/campaigns/current/counts', '/api/v1/campaigns/current', '/sitemap.xml'])(
    'may keep %s for half a minute, and no browser may without asking',
    async (path) => {
      const { headers } = await get(path)
      expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate, s-maxage=30')
      const [, fresh = '', stale = ''] =
        /max-age=(\d+), stale-while-revalidate=(\d+)/.exec(String(headers['cdn-cache-control'])) ?? []
      expect(Number(fresh) + Number(stale)).toBeLessThanOrEqual(60)
      expect(String(headers.vary ?? '')).not.toMatch(/language|cookie/i)
      expect(headers['set-cookie']).toBeUndefined()
      expect((await get(path, { 'if-none-match': String(headers.etag) })).statusCode).toBe(304)
    },
  )

  test('hears of a signature at once when it asks', async () => {
    const { etag } = (await get('/p/awa')).headers
    const { sealingKey } = await openForSigning(running)
    await send(running, [await sealed(sealingKey)])
    expect((await countsOf(running)).awa).toBe(1)
    expect((await get('/p/awa', { 'if-none-match': String(etag) })).statusCode).toBe(200)
  })

  test('keeps nothing of a page that is not there, nor of the console', async () => {
    expect((await get('/p/nobody')).headers['cache-control']).toBe('no-store')
    expect((await get('/api/v1/console/session')).headers['cache-control']).toBe('no-store')
  })
})

test('the schema’s names are in order', () => {
  expect(Object.keys(MIGRATIONS)).toEqual(Object.keys(MIGRATIONS).sort())
})
