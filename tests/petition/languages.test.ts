import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { bring, day, formOf, month, number } from '../../src/i18n/counting.ts'
import { DIRECTIONS, LANGUAGES, type Language, nextLanguage } from '../../src/i18n/languages.ts'
import { outline } from '../../src/petition/pages/outline.ts'
import { renderPage } from '../../src/petition/pages/render.tsx'
import { openCampaign } from './campaign.fixture.ts'

const named = (code: string) => code as Language

describe('plurals', () => {
  test('may have as many forms as a language has', () => {
    const arabic = { zero: '0', one: '1', two: '2', few: 'few', many: 'many', other: 'other' }
    expect([0, 1, 2, 3, 11, 100].map((n) => formOf(named('ar'), n, arabic))).toEqual([
      '0',
      '1',
      '2',
      'few',
      'many',
      'other',
    ])
    expect([1, 5].map((n) => formOf(named('ja'), n, { other: 'x' }))).toEqual(['x', 'x'])
    // CLDR has a form for a million in French, which ours leaves to `other`.
    expect(formOf('fr', 1_000_000, { one: 'une', other: 'des' })).toBe('des')
  })

  test('numbers and dates of a language that Intl does not know are those of the first, not the device’s', () => {
    expect(Intl.PluralRules.supportedLocalesOf(['kbp'])).toEqual([])
    expect(formOf(named('kbp'), 0, { one: 'un', other: 'des' })).toBe('un')
    expect(number(named('kbp'), 1642)).toBe(number('fr', 1642))
    expect(day(named('kbp'), '2025-12-13')).toBe('13 décembre 2025')
  })
})

describe('what a page would ask Intl', () => {
  const OVER = '/en/p/maryia-kalesnikava'
  test('comes with it in its language, all that it says, and is said as it came', async () => {
    const { body, data } = await renderPage({
      path: OVER,
      origin: 'https://x.example',
      campaign: await openCampaign(),
      counts: {},
    })
    const { intl } = JSON.parse(data)
    const said = [...body.matchAll(/<time datetime="([^"]+)">([^<]+)</gi)].map(([, date, words]) => [
      `en ${date}`,
      words,
    ])
    expect(said.length).toBeGreaterThan(0)
    expect(intl).toMatchObject(Object.fromEntries(said))
    expect(intl).toMatchObject({ 'en TG': 'Togo', 'en 1?': 'one', 'en 2?': 'other' })
    bring({ 'fr 1999-05': 'mai de cette année-là' })
    expect(month('fr', '1999-05-08')).toBe('mai de cette année-là')
    expect(day('fr', '1999-05-08')).toBe('8 mai 1999')
    bring({})
  })
})

describe('direction', () => {
  const before = { ...DIRECTIONS }
  afterEach(() => void Object.assign(DIRECTIONS, before))

  test('comes from the language, in the page and in what installs it', async () => {
    const page = async (path: string) =>
      renderPage({ path, origin: 'https://x.example', campaign: await openCampaign(), counts: {} })
    expect((await page('/en')).direction).toBe('ltr')
    DIRECTIONS.en = 'rtl'
    expect((await page('/en')).direction).toBe('rtl')
    expect((await page('/')).direction).toBe('ltr')
    expect(outline.manifest('/en', null)).toMatchObject({ dir: 'rtl', lang: 'en' })
  })

  test('is all that the styles know of: start and end, never left and right', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((it) => it.endsWith('.css'))
      .map((it) => `src/${it}`)
    expect(files.length).toBeGreaterThan(20)
    const physical =
      /(?:^|[\s;{])(?:left|right|(?:margin|padding|border|inset)-(?:left|right)|border-(?:top|bottom)-(?:left|right)-radius|text-align:\s*(?:left|right)|float:\s*(?:left|right)|clear:\s*(?:left|right))\b\s*[:;]/
    for (const file of files)
      expect(readFileSync(file, 'utf8').replace(/\/\*.*?\*\//gs, ''), file).not.toMatch(physical)
  })
})

test('a workplace’s button goes through all languages and comes back', () => {
  const seen = LANGUAGES.map((_, n) => LANGUAGES.slice(0, n).reduce((it) => nextLanguage(it), LANGUAGES[0] as Language))
  expect(seen).toEqual([...LANGUAGES])
  expect(nextLanguage(LANGUAGES.at(-1) as Language)).toBe(LANGUAGES[0])
})
