// A page's title, for server and browser; what only the server says stands in head-tags.ts.
import { inLanguage, isOver } from '../../../protocol/reading.ts'
import { publicWords } from '../../i18n/public.ts'
import type { Placed } from './place.ts'
import type { PageData } from './published.ts'

export function titleOf({ language, place }: Placed, { campaign }: PageData): string {
  const words = publicWords[language]
  const { name, petition } = place
  const site = campaign ? inLanguage(campaign.name, language) : words.name
  if (name === 'home') return site
  const titles = { withdraw: words.withdraw, outbox: words.outboxTitle, 'not-found': words.notFound, ...words.acts }
  const title = name === 'petition' ? inLanguage(petition.title, language) : titles[name]
  const state = name === 'petition' && isOver(petition.state) ? `${words.states[petition.state]} · ` : ''
  return `${name === 'letter' ? `${petition.person} · ` : state}${title} · ${site}`
}
