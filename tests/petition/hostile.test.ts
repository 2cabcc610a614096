import { describe, expect, test } from 'vitest'
import type { Campaign } from '../../protocol/campaign.ts'
import { LocalText } from '../../protocol/local-text.ts'
import { renderPage } from '../../src/petition/pages/render.tsx'
import { HOSTILE_STRINGS, LONG_STRINGS } from '../hostile-strings.ts'
import { openCampaign } from './campaign.fixture.ts'

const FREE = new Set(['person', 'example', 'towns'])

/** `text` in every field that an editor can fill: all local texts, all names. */
function filledWith<T>(value: T, text: string): T {
  const fill = (it: unknown, free = false): unknown => {
    if (typeof it === 'string') return free ? text : it
    if (Array.isArray(it)) return it.map((one) => fill(one, free))
    if (typeof it !== 'object' || it === null) return it
    if (Object.keys(it).length > 0 && LocalText.safeParse(it).success)
      return Object.fromEntries(Object.keys(it).map((language) => [language, text]))
    return Object.fromEntries(Object.entries(it).map(([name, inner]) => [name, fill(inner, FREE.has(name))]))
  }
  return fill(value) as T
}

/** What a text may bring along by itself: its emphasis (markdown.ts, with hostile strings of its own). */
const EMPHASIS = /<\/?(?:em|strong)>/g

/** Tags and names of attributes in order: what a text must never change. */
const structure = (html: string): string[] =>
  [...html.replace(EMPHASIS, '').matchAll(/<(\/?[a-zA-Z!?][^\s>/]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/g)].map(
    ([, name, attributes]) =>
      `${name} ${[...(attributes ?? '').matchAll(/\s([^\s=]+)(?:="[^"]*")?/g)].map((it) => it[1])}`,
  )

/** As many paragraphs, and as empty, as `text`. */
const harmless = (text: string): string => text.replace(/\S+/gu, 'x')

const PATHS = ['/', '/en/p/manahel-al-otaibi', '/p/maryia-kalesnikava', '/p/joel-paredes/lettre', '/en/join']

async function parts(campaign: Campaign, text: string, path: string) {
  const counts = { 'manahel-al-otaibi': 7 }
  return renderPage({ path, origin: 'https://petitions.example', campaign: filledWith(campaign, text), counts })
}

describe('strings made to break a page', () => {
  test('are about two hundred, fit every field, and are whole Unicode', () => {
    expect(HOSTILE_STRINGS.length).toBeGreaterThanOrEqual(200)
    for (const it of HOSTILE_STRINGS) {
      expect(it.length).toBeLessThanOrEqual(100)
      expect(Buffer.from(it, 'utf8').toString('utf8')).toBe(it)
    }
  })

  test.each(PATHS)('change nothing of %s but its words, in every field of an editor', async (path) => {
    const campaign = await openCampaign()
    const known = new Map<string, ReturnType<typeof parts>>()
    for (const text of [...HOSTILE_STRINGS, ...LONG_STRINGS]) {
      const like = harmless(text)
      if (!known.has(like)) known.set(like, parts(campaign, like, path))
      const [hostile, plain] = [await parts(campaign, text, path), await (known.get(like) as ReturnType<typeof parts>)]
      expect(structure(hostile.body), text).toEqual(structure(plain.body))
      expect(structure(hostile.head), text).toEqual(structure(plain.head))
      const block = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(hostile.head)?.[1] ?? ''
      expect(block, text).not.toMatch(/[<>&]/)
      expect(JSON.parse(block)['@graph'][0].name, text).toBe(text)
      expect(hostile.data, text).not.toMatch(/[<>&\u2028\u2029]/)
      const sent: Campaign = JSON.parse(hostile.data).campaign
      expect(Object.values(sent.call.title), text).toEqual([text])
      expect(sent.petitions[0]?.person, text).toBe(text)
    }
  })
})
