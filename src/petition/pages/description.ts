// What a page is, in a sentence for search engines and link previews. Only the server says it.
import { inLanguage } from '../../../protocol/reading.ts'
import { nowhereWords } from '../../i18n/nowhere.ts'
import { publicWords } from '../../i18n/public.ts'
import { withdrawWords } from '../../i18n/withdraw.ts'
import type { Placed } from './place.ts'
import type { PageData } from './published.ts'

export function descriptionOf({ language, place }: Placed, { campaign }: PageData): string {
  const words = publicWords[language]
  const say = (text: Record<string, string>) => inLanguage(text, language)
  switch (place.name) {
    case 'petition':
    case 'letter':
      return say(place.petition.summary)
    case 'withdraw':
      return withdrawWords[language].intro
    case 'outbox':
      return words.outboxTitle
    case 'not-found':
      return nowhereWords[language].notFoundText
    default:
      if (!campaign) return nowhereWords[language].noCampaign.text
      // One line: the texts of a campaign have paragraphs.
      if (place.name !== 'home') return say(campaign[place.name].intro).replace(/\s+/g, ' ')
      return `${say(campaign.call.title)} ${say(campaign.call.text)}`
  }
}
