import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { toBase64url } from '../../protocol/base64url.ts'
import { EDIT_ROUTES } from '../../protocol/edit-routes.ts'
import { picturePath } from '../../protocol/picture-path.ts'
import { PICTURE_ROUTES, type PictureUse } from '../../protocol/picture-routes.ts'
import { readSampleCards } from '../../sync-server/samples.ts'
import { jpeg } from '../jpeg.ts'
import { png } from '../png.ts'
import { content, petition } from './campaign.fixture.ts'
import { call, logIn, newFolder, ORIGIN, type Running, start } from './running.fixture.ts'

let running: Running

beforeEach(async () => {
  running = await start()
})
afterEach(() => running.stop())

const CARD: PictureUse = { for: 'card', petition: 'awa', language: 'fr' }
const LOGO: PictureUse = { for: 'logo' }
const svg = new TextEncoder().encode(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0 0h9"/></svg>',
)

const put = (use: PictureUse, bytes: Uint8Array, headers: Record<string, string>, campaign = 'droits-2024') =>
  call(running, PICTURE_ROUTES.put, { parameters: { campaign }, body: { use, bytes: toBase64url(bytes) }, headers })

const get = (url: string) => running.app.inject({ url })

test('nobody but a coordinator puts a picture', async () => {
  const answer = await put(CARD, png(1200, 630), {})
  expect([answer.statusCode, answer.json()]).toEqual([401, { reason: 'login-needed' }])
})

describe('a card', () => {
  test('is what link previews show of its page, in its language first', async () => {
    expect((await get('/p/awa')).body).toContain('<meta name="twitter:card" content="summary">')
    const session = await logIn(running)
    const answer = await put(CARD, png(1200, 630), session)
    expect(answer.json()).toMatchObject({ type: 'png', width: 1200, height: 630 })
    const { picture } = answer.json()
    for (const path of ['/p/awa', '/en/p/awa']) {
      const { body } = await get(path)
      expect(body).toContain(`<meta property="og:image" content="${ORIGIN}${picturePath(picture, 'png')}">`)
      expect(body).toContain('<meta property="og:image:width" content="1200">')
      expect(body).toContain('<meta name="twitter:card" content="summary_large_image">')
    }
    expect((await get('/p/bila')).body).not.toContain('og:image')
    const english = (await put({ ...CARD, language: 'en' }, png(1200, 630).slice(), session)).json().picture
    expect(english).toBe(picture)
  })

  test('may be a JPEG, and is told in words with what it shows', async () => {
    const { picture, type } = (await put(CARD, jpeg(1200, 630), await logIn(running))).json()
    expect(type).toBe('jpg')
    const { body } = await get('/p/awa')
    expect(body).toContain(`<meta property="og:image" content="${ORIGIN}/pictures/${picture}.jpg">`)
    expect(body).toContain('<meta property="og:image:type" content="image/jpeg">')
    expect(body).toContain('content="Titre awa · Écrire pour les droits · Une fenêtre"')
    expect((await get(`/pictures/${picture}.jpg`)).headers['content-type']).toBe('image/jpeg')
  })

  test('is named to the editor, who looks at it', async () => {
    const session = await logIn(running)
    const { picture } = (await put(CARD, png(1200, 630), session)).json()
    const parameters = { campaign: 'droits-2024' }
    const desk = (await call(running, EDIT_ROUTES.desk, { parameters, headers: session })).json()
    expect(desk.cards).toEqual({ awa: { fr: picturePath(picture, 'png') } })
  })

  test('of the campaign stands in for pages without one of their own', async () => {
    const { picture } = (await put({ ...CARD, petition: null }, png(1200, 630), await logIn(running))).json()
    for (const path of ['/', '/en', '/p/bila', '/retrait']) expect((await get(path)).body).toContain(picture)
  })

  test('is served to anyone, for ever, as a picture and nothing else', async () => {
    const { picture } = (await put(CARD, png(1200, 630), await logIn(running))).json()
    const { statusCode, headers, rawPayload } = await get(picturePath(picture, 'png'))
    expect(statusCode).toBe(200)
    expect(Buffer.compare(rawPayload, png(1200, 630))).toBe(0)
    expect(headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
    expect(headers['content-security-policy']).toMatch(/; sandbox$/)
    for (const path of [picturePath(picture, 'svg'), `/pictures/${picture}`, '/pictures/x.png', `/pictures/..%2f.png`])
      expect((await get(path)).statusCode).toBe(404)
  })

  test.each([
    ['another size', CARD, png(1200, 600), 422, 'wrong-picture-size'],
    ['a JPEG of another size', CARD, jpeg(1200, 600), 422, 'wrong-picture-size'],
    ['no picture', CARD, new TextEncoder().encode('<html>'), 422, 'not-a-picture'],
    ['a petition that nobody wrote', { ...CARD, petition: 'nobody' }, png(1200, 630), 422, 'unknown-petition'],
    [
      'an active logo',
      LOGO,
      new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>'),
      422,
      'active-picture',
    ],
    ['a very large one', CARD, new Uint8Array(400 * 1024), 413, 'too-large'],
  ] as const)('%s is refused, and changes nothing', async (_, use, bytes, status, reason) => {
    const before = (await get('/p/awa')).headers.etag
    const answer = await put(use, bytes, await logIn(running))
    expect([answer.statusCode, answer.json()]).toEqual([status, { reason }])
    expect((await get('/p/awa')).headers.etag).toBe(before)
  })

  test('of another campaign is refused', async () => {
    const answer = await put(CARD, png(1200, 630), await logIn(running), 'elsewhere')
    expect(answer.json()).toEqual({ reason: 'unknown-campaign' })
  })
})

test('a logo is drawn by the theme, and opened by itself it is a document of its own', async () => {
  const session = await logIn(running)
  const { picture, width, height } = (await put(LOGO, svg, session)).json()
  expect([width, height]).toEqual([20, 10])
  const colours = { accent: '#ffd166', night: '#0b2545' }
  const theme = { logo: { picture, type: 'svg' as const, width, height }, colours, name: { fr: 'Ligue', en: 'League' } }
  const themed = await start({ samples: [content({ theme, petitions: [petition('awa', 'open')] })] })
  const { body } = await themed.app.inject({ url: '/en/p/awa' })
  expect(body).toContain('>League<')
  const styles = await themed.app.inject({ url: '/theme.css' })
  expect(styles.headers).toMatchObject({ 'content-type': 'text/css; charset=utf-8' })
  expect(styles.body).toContain('--accent: #ffd166;')
  expect(styles.body).toContain(`url("/pictures/${picture}.svg")`)
  expect(body, 'the last word of the page’s own styles').toContain(`${styles.body}</style>`)
  expect(body, 'asked for with the page, not after its styles').toContain(
    `<link rel="preload" as="image" href="/pictures/${picture}.svg"`,
  )
  expect((await themed.app.inject({ url: '/console' })).body).toContain('href="/theme.css"')
  await themed.stop()
  expect((await get(picturePath(picture, 'svg'))).headers['content-security-policy']).toMatch(/; sandbox$/)
})

test('colours that cannot be read are not shown, wherever they come from', async () => {
  const theme = { colours: { accent: '#777777', night: '#888888' } }
  const themed = await start({ samples: [content({ theme })] })
  expect((await themed.app.inject({ url: '/theme.css' })).body).toBe('')
  expect((await themed.app.inject({ url: '/' })).body).not.toContain('--accent')
  await themed.stop()
})

test('the sample’s own cards come with it, and never in place of an editor’s', async () => {
  const cards = await readSampleCards(new URL('../../content', import.meta.url).pathname)
  expect(cards.map((it) => `${it.petition}.${it.language}`)).toContain('joel-paredes.en')
  const mine = cards.map((it) => ({ ...it, campaign: 'droits-2024', petition: it.petition && 'awa' }))
  await put(CARD, png(1200, 630), await logIn(running))
  const before = (await get('/p/awa')).body
  await running.store.addSampleCards(mine)
  expect((await get('/p/awa')).body).toBe(before)
  expect((await get('/')).body).toContain('summary_large_image')
  expect(await readSampleCards(newFolder())).toEqual([])
})
