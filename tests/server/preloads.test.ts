import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readPreloads } from '../../sync-server/preloads.ts'
import { readTemplate } from '../../sync-server/template.ts'
import { MANIFEST, openForSigning, type Running, start } from './running.fixture.ts'

let running: Running

beforeEach(async () => {
  running = await start()
})
afterEach(() => running.stop())

/** What the page's head tells the browser to fetch beside the entry, in order. */
async function fetchedAlong(path: string) {
  const { body } = await running.app.inject({ url: path })
  const head = body.slice(0, body.indexOf('</head>'))
  const links = (rel: string) =>
    [...head.matchAll(new RegExp(`<link rel="${rel}" crossorigin href="/assets/([\\w-]+)-1\\.\\w+">`, 'g'))].map(
      (it) => it[1],
    )
  return { scripts: links('modulepreload'), styles: links('stylesheet') }
}

/** What the entry builds on comes with each page. */
const ENTRY = 'jsx'
const FORM = { scripts: [ENTRY, 'SignForm', 'Check', 'Field'], styles: ['Field', 'Check', 'SignForm'] }
const NOTHING = { scripts: [ENTRY], styles: [] }

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
    expect(await fetchedAlong('/console')).toEqual({ scripts: [], styles: [] })
  })

  test('has no script of its own in the page', async () => {
    const { body } = await running.app.inject({ url: '/en/p/awa' })
    expect(body.match(/<script(?! type="application\/(ld\+)?json")/g)).toBeNull()
  })
})

test('a page that cannot be signed yet brings no form, but its language', async () => {
  expect(await fetchedAlong('/p/awa')).toEqual(NOTHING)
  expect(await fetchedAlong('/en')).toEqual({ scripts: [ENTRY, 'chapter'], styles: [] })
})

test('the page for withdrawing brings its own form', async () => {
  expect(await fetchedAlong('/retrait')).toEqual({ scripts: [ENTRY, 'WithdrawRoom', 'Field'], styles: ['Field'] })
})

describe('the tags', () => {
  const preloads = readPreloads(JSON.stringify(MANIFEST))

  test('name each file once', () => {
    const tags = preloads(['src/petition/SignForm.tsx', 'src/petition/WithdrawRoom.tsx']).split('\n')
    expect(new Set(tags).size).toBe(tags.length)
    expect(tags).toHaveLength(8)
  })

  test('are none for the entry itself and for what the build has put into it', () => {
    expect(preloads(['src/petition/elsewhere.tsx', 'index.html'])).toBe(preloads([]))
    expect(preloads([])).toBe('<link rel="modulepreload" crossorigin href="/assets/jsx-1.js">')
  })

  test('stand behind the styles of the entry, as where the browser loads them later', () => {
    const html =
      '<html lang="fr"><head><!--head--><link rel="stylesheet" href="/assets/main-1.css"></head><!--app--><!--data-->'
    const rendered = { status: 200, language: 'fr', direction: 'ltr', head: '', body: '', data: '{}' } as const
    const page = readTemplate(html, preloads).page({ ...rendered, modules: ['src/petition/SignForm.tsx'] }, null)
    expect(page.indexOf('main-1.css')).toBeLessThan(page.indexOf('Field-1.css'))
    expect(page.indexOf('SignForm-1.js')).toBeLessThan(page.indexOf('</head>'))
  })

  test('are not guessed from something else than a manifest', () => {
    expect(() => readPreloads('{"index.html":{}}')).toThrow()
  })
})
