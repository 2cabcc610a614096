// A page's title and description, for server and browser; the tags around them stand in head-tags.ts.
import { inLanguage } from '../../../protocol/reading.ts'
import { publicWords } from '../../i18n/public.ts'
import type { Placed } from './place.ts'
import type { PageData } from './published.ts'

export interface PageTitle {
  title: string
  description: string
}

export function titleOf({ language, place }: Placed, { campaign }: PageData): PageTitle {
  const words = publicWords[language]
  const say = (text: Record<string, string>) => inLanguage(text, language)
  const under = (title: string) => `${title} · ${campaign ? say(campaign.name) : words.name}`
  if (place.name === 'petition')
    return { title: under(say(place.petition.title)), description: say(place.petition.summary) }
  if (place.name === 'withdraw') return { title: under(words.withdrawTitle), description: words.withdrawIntro }
  if (place.name === 'outbox') return { title: under(words.outboxTitle), description: words.outboxTitle }
  if (place.name === 'not-found') return { title: under(words.notFound), description: words.notFoundText }
  if (!campaign) return { title: words.name, description: words.noCampaign.text }
  return { title: say(campaign.name), description: `${say(campaign.call.title)} ${say(campaign.call.text)}` }
}
