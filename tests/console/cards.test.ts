import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CampaignContent } from '../../protocol/campaign.ts'
import '../../src/i18n/en/chapter.ts'
import { cardsOf, staleCards } from '../../src/console/editor/cards.ts'
import { withValue } from '../../src/console/editor/content-path.ts'

const sample = CampaignContent.parse(
  JSON.parse(readFileSync(new URL('../../content/sample/campaign.json', import.meta.url), 'utf8')),
)
const PHOTO = { picture: 'A'.repeat(22), type: 'webp', width: 800, height: 1000, alt: { fr: 'Elle', en: 'She' } }

/** What was drawn for all of a content. */
const thereFor = (content: CampaignContent) => {
  const there: Record<string, Record<string, string>> = {}
  for (const { petition, language } of cardsOf(content))
    there[petition ?? ''] = { ...there[petition ?? ''], [language]: '/pictures/x.png' }
  return there
}
const there = thereFor(sample)
const named = (before: CampaignContent | null, after: CampaignContent, drawn = there) =>
  staleCards(before, after, drawn).map((it) => `${it.petition ?? 'home'}.${it.language}`)

describe('the cards of a campaign', () => {
  it('are one for each page that is shown, in each of its languages', () => {
    expect(cardsOf(sample)).toHaveLength(8)
    expect(cardsOf(withValue(sample, 'petitions/joel-paredes/state', 'draft'))).toHaveLength(6)
    expect(cardsOf({ ...sample, languages: ['fr', 'ewe'] }).map((it) => it.language)).toEqual(['fr', 'fr', 'fr', 'fr'])
  })

  it('say what the page says, and ask for a signature only where there is something to sign', () => {
    const say = (id: string | null, content = sample) =>
      cardsOf(content).find((it) => it.petition === id && it.language === 'en')?.card
    expect(say('joel-paredes')).toMatchObject({ title: 'Justice for Joel Paredes', call: 'Sign the petition' })
    expect(say('maryia-kalesnikava')?.call).not.toBe('Sign the petition')
    expect(say(null)?.call).toBe('Sign the petition')
    const closed = { ...sample, petitions: sample.petitions.map((it) => ({ ...it, state: 'closed' as const })) }
    expect(say(null, closed)?.call).toBe('')
  })

  it('show the case’s photograph, and the campaign’s own colours, name and logo', () => {
    const colours = { accent: '#ffd166', night: '#0b2545' }
    const logo = { picture: 'B'.repeat(22), type: 'svg' as const, width: 20, height: 10 }
    const themed = withValue(
      { ...sample, theme: { name: { fr: 'Ligue', en: 'League' }, colours, logo } },
      'petitions/joel-paredes/picture',
      PHOTO,
    )
    const card = cardsOf(themed).find((it) => it.petition === 'joel-paredes' && it.language === 'en')?.card
    expect(card).toMatchObject({ name: 'League', colours, logo: `/pictures/${logo.picture}.svg` })
    expect(card?.photo).toBe(`/pictures/${PHOTO.picture}.webp`)
  })
})

describe('of the cards, those are drawn again', () => {
  it('that say something else than before', () => {
    expect(named(sample, sample)).toEqual([])
    expect(named(sample, withValue(sample, 'petitions/joel-paredes/title/fr', 'Autre'))).toEqual(['joel-paredes.fr'])
    expect(named(sample, withValue(sample, 'petitions/joel-paredes/story/fr', 'Autre'))).toEqual([])
    expect(named(sample, withValue(sample, 'petitions/joel-paredes/picture', PHOTO))).toHaveLength(2)
    expect(named(sample, withValue(sample, 'name/fr', 'Autre'))).toHaveLength(4)
  })

  it('that no page has yet, and all of a first publication', () => {
    expect(named(null, sample)).toHaveLength(8)
    expect(named(sample, sample, { ...there, '': { fr: '/pictures/x.png' } })).toEqual(['home.en'])
  })
})
