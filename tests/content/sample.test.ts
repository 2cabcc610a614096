import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Language } from '../../protocol/act.ts'
import { CampaignContent } from '../../protocol/campaign.ts'
import type { LocalText } from '../../protocol/local-text.ts'

const file = readFileSync(new URL('../../content/sample/campaign.json', import.meta.url), 'utf8')
const campaign = CampaignContent.parse(JSON.parse(file))
const { petitions, victories, consents, notice } = campaign

/** Every text of the campaign with the path that leads to it. An empty record counts, so that a forgotten text shows. */
function localTexts(value: unknown, path = 'campaign'): [string, LocalText][] {
  if (typeof value !== 'object' || value === null) return []
  const entries = Object.entries(value)
  const isText = entries.every(([key, text]) => Language.safeParse(key).success && typeof text === 'string')
  if (isText && !Array.isArray(value)) return [[path, value as LocalText]]
  return entries.flatMap(([key, inner]) => localTexts(inner, `${path}.${key}`))
}

const texts = localTexts(campaign)
const letterRules = petitions.flatMap(({ letters }) =>
  [letters.person, letters.authority].flatMap((l) => l?.rules ?? []),
)
const paragraphs = (text = '') => text.split('\n\n')
const twice = (words: string[]) => words.filter((word, i) => words.indexOf(word) !== i)
const longDay = (date: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))

describe('the sample campaign', () => {
  it('has no field that the app does not read', () => {
    expect(campaign).toStrictEqual(JSON.parse(file))
  })

  it('says on its face that it is a sample', () => {
    expect(campaign.sample).toBe(true)
    expect(notice.full.fr).toContain('[nom de votre organisation]')
    expect(notice.full.en).toContain('[name of your organisation]')
  })

  it('gives every id once', () => {
    expect(twice(petitions.map((p) => p.id))).toEqual([])
    expect(twice([...consents.map((c) => c.id), campaign.join.codeOfConduct.id])).toEqual([])
    expect(twice(campaign.towns)).toEqual([])
  })

  it('asks each consent once and signing by itself', () => {
    expect(consents.map((c) => c.purpose)).toEqual([
      'sign',
      'news',
      'calls',
      'public-name',
      'letter',
      'join',
      'contact',
    ])
  })

  it('shows how groups look, and names none that could be taken for one', () => {
    const groups = campaign.join.groups ?? []
    expect(groups.length).toBeGreaterThan(1)
    for (const { name, town } of groups) {
      expect(name).toMatch(/^\[.+\]$/)
      expect(campaign.towns).toContain(town)
    }
  })

  it('opens, closes and destroys in that order, and tells the signer the last date', () => {
    expect(campaign.opens < campaign.closes && campaign.closes < campaign.destroyBy).toBe(true)
    for (const text of [notice.full, ...consents.filter((c) => c.purpose === 'sign').map((c) => c.text)]) {
      expect(text.fr).toContain(longDay(campaign.destroyBy, 'fr'))
      expect(text.en).toContain(longDay(campaign.destroyBy, 'en-GB'))
    }
  })

  it.each(['fr', 'en'])('names the authority and its law in the notice (%s)', (language) => {
    expect(notice.full[language]).toContain('IPDCP')
    expect(notice.full[language]).toContain('2019-014')
  })

  it('shows a phone number of the length it asks for', () => {
    expect(campaign.phone.example.replaceAll(' ', '')).toHaveLength(campaign.phone.digits)
  })

  it('puts the newest news first', () => {
    for (const list of [victories.list, ...petitions.map((p) => p.updates)]) {
      const dates = list.map((news) => news.date)
      expect(dates).toEqual(dates.toSorted().reverse())
    }
  })

  it('says of every victory that it came after the mobilisation', () => {
    for (const { text } of victories.list) {
      expect(text.fr).toMatch(/après la mobilisation/i)
      expect(text.en).toMatch(/after the mobilisation/i)
    }
  })

  it('carries letters only for petitions that are open', () => {
    for (const { id, letters, state } of petitions) {
      if (state !== 'open') expect(letters, id).toEqual({ person: null, authority: null })
    }
  })

  it('keeps texts short enough to read at a stand', () => {
    const limits = { title: 60, summary: 100, story: 1100, problem: 350, actions: 400, demand: 200, addressee: 80 }
    for (const petition of petitions) {
      for (const [field, limit] of Object.entries({ ...limits, drawingAlt: 100 })) {
        for (const text of Object.values(petition[field as keyof typeof limits])) {
          expect(text.length, `${petition.id} ${field}: ${text}`).toBeLessThanOrEqual(limit)
        }
      }
      for (const story of Object.values(petition.story)) {
        expect(paragraphs(story).length, petition.id).toBeGreaterThanOrEqual(2)
        expect(paragraphs(story).length, petition.id).toBeLessThanOrEqual(4)
      }
      for (const summary of Object.values(petition.summary)) expect(summary).not.toContain('\n')
    }
    for (const text of [...letterRules, ...consents.map((c) => c.text)].flatMap((t) => Object.values(t))) {
      expect(text.length, text).toBeLessThanOrEqual(280)
    }
  })
})

describe.each(texts)('%s', (_path, text) => {
  it('is written in every language of the campaign, in its order', () => {
    expect(Object.keys(text)).toEqual(campaign.languages)
    for (const words of Object.values(text)) expect(words.trim()).not.toBe('')
  })

  it('has the same paragraphs in every language, without stray spaces', () => {
    expect(new Set(Object.values(text).map((words) => paragraphs(words).length)).size).toBe(1)
    for (const paragraph of Object.values(text).flatMap(paragraphs)) {
      expect(paragraph).toBe(paragraph.trim())
      expect(paragraph).not.toMatch(/\s{2}|\n/)
    }
  })

  it('uses typographic apostrophes and quotation marks', () => {
    for (const words of Object.values(text)) expect(words).not.toMatch(/['"]/)
  })

  it('sets French punctuation after narrow no-break spaces', () => {
    expect(text.fr).not.toMatch(/(?<!\u202f)[;:!?»]|«(?!\u202f)|\d \d{3}(?!\d)/)
  })
})
