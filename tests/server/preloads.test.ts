import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readPreloads } from '../../sync-server/preloads.ts'
import { readTemplate } from '../../sync-server/template.ts'
import { ENTRY_STYLES, MANIFEST, openForSigning, type Running, start } from './running.fixture.ts'

let running: Running

beforeEach(async () => {
  running = await start()
})
afterEach(() => running.stop())

/** What the page tells the browser to fetch beside the entry, in order: what is drawn once it has come, and styles that nothing waits for. */
async function fetchedAlong(path: string) {
  const { body } = await running.app.inject({ url: path })
  const end = body.indexOf('</head>')
  const links = (text: string, rel: string) =>
    [...text.matchAll(new RegExp(`<link rel="${rel}" crossorigin href="/assets/([\\w-]+)-1\\.\\w+">`, 'g'))].map(
      (it) => it[1],
    )
  const [head, rest] = [body.slice(0, end), body.slice(end)]
  return { scripts: links(head, 'modulepreload'), styles: links(head, 'stylesheet'), late: links(rest, 'stylesheet') }
}

/** What the entry builds on comes with each page. */
const ENTRY = 'jsx'
const FORM = { scripts: [ENTRY, 'SignForm', 'Check', 'Field'], styles: [], late: ['Field', 'Check', 'SignForm'] }
const NOTHING = { scripts: [ENTRY], styles: [], late: [] }

describe('a page that can be signed', () => {
  beforeEach(() => openForSigning(running))

  test.each(['/', '/p/awa'])('%s brings its form and the styles of all that the form builds on', async (path) => {
    expect(await fetchedAlong(path)).toEqual(FORM)
  })

  test.each(['/en', '/en/p/awa'])('%s brings its language too', async (path) => {
    expect(await fetchedAlong(path)).toEqual({ ...FORM, scripts: [ENTRY, 'chapter', ...FORM.scripts.slice(1)] })
  })

  test.each(['/p/won', '/p/closed', '/p/nobody'])('%s has no form and brings none', async (path) => {
    expect(await fetchedAlong(path)).toEqual(NOTHING)
  })

  test('the console’s shell brings nothing: a worker may keep it, and its code is another', async () => {
    expect(await fetchedAlong('/console')).toEqual({ scripts: [], styles: ['main'], late: [] })
  })

  test('has no script of its own in the page', async () => {
    const { body } = await running.app.inject({ url: '/en/p/awa' })
    expect(body.match(/<script(?! type="application\/(ld\+)?json")/g)).toBeNull()
  })
})

test('a page that cannot be signed yet brings no form, but its language', async () => {
  expect(await fetchedAlong('/p/awa')).toEqual(NOTHING)
  expect(await fetchedAlong('/en')).toEqual({ ...NOTHING, scripts: [ENTRY, 'chapter'] })
})

test('the page for withdrawing brings its own form', async () => {
  const scripts = [ENTRY, 'WithdrawRoom', 'Field']
  expect(await fetchedAlong('/retrait')).toEqual({ scripts, styles: ['Field'], late: [] })
})

describe('the files', () => {
  const preloads = readPreloads(JSON.stringify(MANIFEST))

  test('are named once each', () => {
    const { scripts, styles } = preloads.of(['src/petition/SignForm.tsx', 'src/petition/WithdrawRoom.tsx'])
    const files = [...scripts, ...styles]
    expect(new Set(files).size).toBe(files.length)
    expect(files).toHaveLength(8)
  })

  test('are none for the entry itself and for what the build has put into it', () => {
    expect(preloads.of(['src/petition/elsewhere.tsx', 'index.html'])).toEqual(preloads.of([]))
    expect(preloads.of([])).toEqual({ scripts: ['assets/jsx-1.js'], styles: [] })
  })

  test('are not guessed from something else than a manifest', () => {
    expect(() => readPreloads('{"index.html":{}}')).toThrow()
  })
})

describe('the styles that every page has', () => {
  const HTML =
    '<html lang="fr"><head><!--head--><link rel="stylesheet" crossorigin href="/assets/main-1.css"></head><body><!--app--><!--data--></body>'
  const preloads = readPreloads(JSON.stringify(MANIFEST))

  test('stand in the page, where its policy knows them and nothing else', async () => {
    const { body, headers } = await running.app.inject({ url: '/p/awa' })
    const [, styles = ''] = /<style>(.*?)<\/style>/s.exec(body) ?? []
    expect(styles).toContain(ENTRY_STYLES)
    const hash = createHash('sha256').update(styles).digest('base64')
    expect(headers['content-security-policy']).toContain(`; style-src 'self' 'sha256-${hash}'; `)
    expect(body.match(/<style/g)).toHaveLength(1)
    // For the loader of chunks, which would fetch it where it is not linked.
    expect(body.match(/<link [^>]*main-1\.css">/g)).toEqual([
      '<link rel="stylesheet" crossorigin disabled href="/assets/main-1.css">',
    ])
    expect(body).not.toMatch(/ style=/)
  })

  test('a shell says in each language that it needs a script', async () => {
    const { body } = await running.app.inject({ url: '/stand' })
    const [words = ''] = /<noscript>.*<\/noscript>/s.exec(body) ?? []
    expect(words).toContain('lang="fr">Cette page a besoin de JavaScript.')
    expect(words).toContain('lang="en">This page needs JavaScript.')
    expect(body.indexOf('<noscript>')).toBeGreaterThan(body.indexOf('id="app"'))
  })

  test('are linked by a shell, whose policy lets no styles stand in it', async () => {
    const { body, headers } = await running.app.inject({ url: '/console' })
    expect(body).not.toContain('<style')
    expect(headers['content-security-policy']).toContain("; style-src 'self'; ")
  })

  test('cannot end in the middle', () => {
    const rendered = { status: 200, language: 'fr', direction: 'ltr', head: '', body: '', data: '{}' } as const
    const template = readTemplate(HTML, preloads, () => 'a::after { content: "</style>" }', '')
    expect(() => template.page({ ...rendered, modules: [], form: null }, '')).toThrow()
  })

  test('are missed where the build has not linked them', () => {
    expect(() => readTemplate(HTML.replace('main-1', 'main-2'), preloads, () => '', '')).toThrow(/main-1/)
  })
})
