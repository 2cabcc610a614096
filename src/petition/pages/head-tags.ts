// The tags that link previews, search engines and installers read. Only the server writes them.
import { picturePath } from '../../../protocol/picture-path.ts'
import { inLanguage } from '../../../protocol/reading.ts'
import { FIRST_LANGUAGE, LANGUAGES, type Language, pathIn } from '../../i18n/languages.ts'
import { publicWords } from '../../i18n/public.ts'
import { descriptionOf } from './description.ts'
import { titleOf } from './head.ts'
import { lastChange } from './last-change.ts'
import { linkedData } from './linked-data.ts'
import { manifestPath } from './outline.ts'
import { type Placed, placeAt } from './place.ts'
import type { PageData } from './published.ts'
import type { CardPictures } from './render-contract.ts'

const escapeAttribute = (text: string): string => text.replace(/[&<>"']/g, (it) => `&#${it.charCodeAt(0)};`)

/** Open Graph wants a territory; this is the one whose spelling the texts follow. */
const LOCALES: Record<Language, string> = { fr: 'fr_FR', en: 'en_GB' }

type Tag = [name: 'meta' | 'link', attributes: Record<string, string>]

export interface HeadOptions {
  address: string
  /** Without a trailing slash. */
  origin: string
  data: PageData
  cards: CardPictures
}

/** The page's tags for `<head>`, escaped. */
export function headTags({ address, origin, data, cards }: HeadOptions): string {
  const placed = placeAt(address, data.campaign)
  const title = titleOf(placed, data)
  const tags: Tag[] = [
    ['meta', { name: 'description', content: descriptionOf(placed, data) }],
    ['link', { rel: 'manifest', href: manifestPath(placed.language) }],
    ...logoTags(data),
  ]
  let graph = ''
  if (placed.place.name === 'not-found' || placed.place.name === 'outbox') {
    tags.push(['meta', { name: 'robots', content: 'noindex' }])
  } else {
    const picture = cardOf(placed, cards)
    const alt = [title, ...(cards[placed.place.petition?.id ?? ''] ? shownOn(placed) : [])].join(' · ')
    tags.push(...addressTags(placed, origin), ...previewTags(placed, origin, data, picture ? { picture, alt } : null))
    graph = `<script type="application/ld+json">${linkedData({ placed, origin, data, picture })}</script>`
  }
  const written = tags.map(
    ([name, attributes]) =>
      `<${name} ${Object.entries(attributes)
        .map(([key, value]) => `${key}="${escapeAttribute(value)}"`)
        .join(' ')}>`,
  )
  return [`<title>${escapeAttribute(title)}</title>`, ...written, graph].filter((it) => it !== '').join('\n    ')
}

/** The campaign's styles draw it in the header; named here, it comes beside them and is there when the header is first painted. */
function logoTags({ campaign }: PageData): Tag[] {
  const logo = campaign?.theme?.logo
  if (!logo) return []
  return [['link', { rel: 'preload', as: 'image', href: picturePath(logo.picture, logo.type), fetchpriority: 'high' }]]
}

function addressTags({ language, path }: Placed, origin: string): Tag[] {
  const alternate = (hreflang: string, it: Language): Tag => [
    'link',
    { rel: 'alternate', hreflang, href: origin + pathIn(it, path) },
  ]
  return [
    ['link', { rel: 'canonical', href: origin + pathIn(language, path) }],
    ...LANGUAGES.map((it) => alternate(it, it)),
    alternate('x-default', FIRST_LANGUAGE),
  ]
}

/** What the picture of a case shows, for those who do not see its card. */
function shownOn({ language, place: { petition } }: Placed): string[] {
  const alt = petition ? inLanguage(petition.picture?.alt ?? petition.drawingAlt, language) : ''
  return alt === '' ? [] : [alt]
}

interface Preview {
  picture: string
  alt: string
}

function previewTags(placed: Placed, origin: string, data: PageData, preview: Preview | null): Tag[] {
  const { language, path, place } = placed
  const title = titleOf(placed, data)
  const graph: [property: string, content: string][] = [
    ['og:type', place.name === 'petition' ? 'article' : 'website'],
    ['og:site_name', data.campaign ? inLanguage(data.campaign.name, language) : publicWords[language].name],
    ['og:title', title],
    ['og:description', descriptionOf(placed, data)],
    ['og:url', origin + pathIn(language, path)],
    ['og:locale', LOCALES[language]],
    ...LANGUAGES.filter((it) => it !== language).map((it): [string, string] => ['og:locale:alternate', LOCALES[it]]),
  ]
  if (place.name === 'petition') graph.push(['article:modified_time', lastChange(place.petition)])
  if (preview)
    graph.push(
      ['og:image', origin + preview.picture],
      ['og:image:type', preview.picture.endsWith('.jpg') ? 'image/jpeg' : 'image/png'],
      ['og:image:width', '1200'],
      ['og:image:height', '630'],
      ['og:image:alt', preview.alt],
    )
  // What X does not find under its own names it takes from Open Graph.
  const card: Tag = ['meta', { name: 'twitter:card', content: preview ? 'summary_large_image' : 'summary' }]
  return [...graph.map(([property, content]): Tag => ['meta', { property, content }]), card]
}

/** The page's own picture in its language or, words and all, in another; else the campaign's. Null where nobody made any. */
function cardOf({ language, place }: Placed, cards: CardPictures): string | null {
  const own = cards[place.petition?.id ?? '']
  for (const it of [own, cards['']]) {
    const picture = it?.[language] ?? Object.values(it ?? {})[0]
    if (picture) return picture
  }
  return null
}
