// Title, description and the tags that link previews and search engines read.
import { inLanguage } from '../../../protocol/reading.ts'
import { FIRST_LANGUAGE, LANGUAGES, pathIn } from '../../i18n/languages.ts'
import { publicWords } from '../../i18n/public.ts'
import { type Placed, placeAt } from './place.ts'
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

const escapeAttribute = (text: string): string => text.replace(/[&<>"']/g, (it) => `&#${it.charCodeAt(0)};`)

const LOCALES: Record<string, string> = { fr: 'fr_FR', en: 'en_GB' }

/** The page's tags for `<head>`, escaped. */
export function headTags(address: string, origin: string, data: PageData): string {
  const placed = placeAt(address, data.campaign)
  const { language, path, place } = placed
  const { title, description } = titleOf(placed, data)
  const tags: [name: string, attributes: Record<string, string>][] = [
    ['meta', { name: 'description', content: description }],
  ]
  if (place.name === 'not-found' || place.name === 'outbox') {
    tags.push(['meta', { name: 'robots', content: 'noindex' }])
  } else {
    const here = origin + pathIn(language, path)
    tags.push(['link', { rel: 'canonical', href: here }])
    for (const it of LANGUAGES) tags.push(['link', { rel: 'alternate', hreflang: it, href: origin + pathIn(it, path) }])
    tags.push(['link', { rel: 'alternate', hreflang: 'x-default', href: origin + pathIn(FIRST_LANGUAGE, path) }])
    const graph = {
      'og:type': place.name === 'petition' ? 'article' : 'website',
      'og:site_name': data.campaign ? inLanguage(data.campaign.name, language) : publicWords[language].name,
      'og:title': title,
      'og:description': description,
      'og:url': here,
      'og:locale': LOCALES[language] ?? language,
    }
    for (const [property, content] of Object.entries(graph)) tags.push(['meta', { property, content }])
    tags.push(['meta', { name: 'twitter:card', content: 'summary' }])
  }
  const written = tags.map(
    ([name, attributes]) =>
      `<${name} ${Object.entries(attributes)
        .map(([key, value]) => `${key}="${escapeAttribute(value)}"`)
        .join(' ')}>`,
  )
  return [`<title>${escapeAttribute(title)}</title>`, ...written].join('\n    ')
}
