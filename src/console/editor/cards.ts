import type { CampaignContent } from '../../../protocol/campaign.ts'
import { picturePath } from '../../../protocol/picture-path.ts'
import { inLanguage, isOpen } from '../../../protocol/reading.ts'
import { DIRECTIONS, isLanguage, type Language } from '../../i18n/languages.ts'
import { publicWords } from '../../i18n/public.ts'
import type { Card } from './card-picture.ts'

// Which cards a campaign has, and what stands on each. Pure; their languages have been learnt (chapters.ts).

export interface PageCard {
  /** Null: the campaign's own page. */
  petition: string | null
  language: Language
  card: Card
}

/** The languages in which a campaign's pages can be shared. */
export const cardLanguages = ({ languages }: CampaignContent): Language[] => languages.filter(isLanguage)

/** One card for each page that everyone may read, in each of the campaign's languages. */
export function cardsOf(content: CampaignContent): PageCard[] {
  return cardLanguages(content).flatMap((language) => {
    const say = (text: Record<string, string>) => inLanguage(text, language)
    const words = publicWords[language]
    const { theme } = content
    const shown = content.petitions.filter((it) => it.state !== 'draft')
    const every = {
      direction: DIRECTIONS[language],
      campaign: say(content.name),
      name: theme?.name ? say(theme.name) : words.name,
      colours: theme?.colours,
      logo: theme?.logo && picturePath(theme.logo.picture, theme.logo.type),
    }
    const home: Card = {
      ...every,
      title: say(content.call.title),
      line: '',
      call: shown.some((it) => isOpen(it.state)) ? words.sign : '',
      drawing: null,
    }
    return [
      { petition: null, language, card: home },
      ...shown.map((it) => ({
        petition: it.id,
        language,
        card: {
          ...every,
          title: say(it.title),
          line: [say(it.country), say((it.state === 'won' ? it.updates[0]?.title : null) ?? it.summary)]
            .filter((text) => text !== '')
            .join(' · '),
          call: it.state === 'open' || it.state === 'draft' ? words.sign : words.states[it.state],
          drawing: it.drawing,
          photo: it.picture && picturePath(it.picture.picture, it.picture.type),
        },
      })),
    ]
  })
}

/** Cards that say something else than those of what was published before, and those that no page has yet. */
export function staleCards(
  before: CampaignContent | null,
  after: CampaignContent,
  there: Readonly<Record<string, Readonly<Record<string, string>>>>,
): PageCard[] {
  const nameOf = ({ petition, language }: PageCard) => `${petition ?? ''} ${language}`
  const drawn = new Map((before ? cardsOf(before) : []).map((it) => [nameOf(it), JSON.stringify(it.card)]))
  return cardsOf(after).filter(
    (it) => drawn.get(nameOf(it)) !== JSON.stringify(it.card) || !there[it.petition ?? '']?.[it.language],
  )
}
