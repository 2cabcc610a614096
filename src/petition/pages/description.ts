// What a page is, in a sentence for search engines and link previews. Only the server says it.
import type { Petition } from '../../../protocol/petition.ts'
import { inLanguage, isOver, signable } from '../../../protocol/reading.ts'
import { day } from '../../i18n/counting.ts'
import { filled } from '../../i18n/filled.ts'
import type { Language } from '../../i18n/languages.ts'
import { nowhereWords } from '../../i18n/nowhere.ts'
import { overWords } from '../../i18n/over.ts'
import { publicWords } from '../../i18n/public.ts'
import { withdrawWords } from '../../i18n/withdraw.ts'
import type { Placed } from './place.ts'
import type { PageData } from './published.ts'

export function descriptionOf({ language, place }: Placed, { campaign }: PageData): string {
  const words = publicWords[language]
  const say = (text: Record<string, string>) => inLanguage(text, language)
  switch (place.name) {
    case 'petition':
      return `${becameOf(place.petition, language)}${say(place.petition.summary)}`
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
      if (campaign.sealingKey && signable(campaign).length === 0)
        return `${words.nothingOpen.title}. ${words.nothingOpen.text}`
      return `${say(campaign.call.title)} ${say(campaign.call.text)}`
  }
}

/** Before what a case is about, what became of it: a victory in its own words. */
function becameOf({ state, delivered, updates: [newest] }: Petition, language: Language): string {
  if (!isOver(state)) return ''
  const say = (text: Record<string, string>) => inLanguage(text, language)
  const words = overWords[language]
  const said =
    state === 'won' && newest
      ? `${words.won.title} · ${say(newest.title)}`
      : state === 'delivered' && delivered
        ? filled(words.deliveredOn, { day: day(language, delivered.date), to: say(delivered.to) })
        : words[state].title
  return /[.!?…]$/.test(said) ? `${said} ` : `${said}. `
}
