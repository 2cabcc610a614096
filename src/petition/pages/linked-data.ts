// What a page is, for search engines: schema.org as JSON-LD. A data block: no browser runs it, and no policy minds it.
import { picturePath } from '../../../protocol/picture-path.ts'
import { inLanguage } from '../../../protocol/reading.ts'
import { pathIn } from '../../i18n/languages.ts'
import { publicWords } from '../../i18n/public.ts'
import { blockJson } from './block-json.ts'
import { descriptionOf } from './description.ts'
import { lastChange } from './last-change.ts'
import type { Placed } from './place.ts'
import type { PageData } from './published.ts'

export interface LinkedDataOptions {
  placed: Placed
  origin: string
  data: PageData
  /** Address of the page's card, without the origin. */
  picture: string | null
}

type Thing = Record<string, unknown>

/** JSON that can stand inside a script element. */
export function linkedData(options: LinkedDataOptions): string {
  const { placed, origin, data } = options
  const { language, place } = placed
  const home = origin + pathIn(language, '/')
  const { campaign } = data
  const say = (text: Record<string, string>) => inLanguage(text, language)
  const things: Thing[] = [
    {
      '@type': 'WebSite',
      '@id': `${home}#site`,
      url: home,
      name: campaign ? say(campaign.name) : publicWords[language].name,
      inLanguage: language,
      ...(campaign?.theme?.name && { publisher: organization(options) }),
    },
  ]
  if (place.name === 'petition') things.push(article(options), breadcrumbs(options))
  return blockJson({ '@context': 'https://schema.org', '@graph': things })
}

/** Who leads the campaign, once it says its name. */
function organization({ placed, origin, data }: LinkedDataOptions): Thing {
  const { theme } = data.campaign ?? {}
  return {
    '@type': 'Organization',
    name: inLanguage(theme?.name ?? {}, placed.language),
    url: `${origin}/`,
    ...(theme?.logo && { logo: origin + picturePath(theme.logo.picture, theme.logo.type) }),
  }
}

/** A case is told as an article about a person. No type of schema.org fits a petition. */
function article({ placed, origin, data, picture }: LinkedDataOptions): Thing {
  const { language, path, place } = placed
  const petition = place.petition
  if (!petition) return {}
  const home = origin + pathIn(language, '/')
  const here = origin + pathIn(language, path)
  return {
    '@type': 'Article',
    '@id': `${here}#article`,
    mainEntityOfPage: here,
    headline: inLanguage(petition.title, language),
    description: descriptionOf(placed, data),
    inLanguage: language,
    dateModified: lastChange(petition),
    about: { '@type': 'Person', name: petition.person },
    isPartOf: { '@id': `${home}#site` },
    ...(picture && { image: origin + picture }),
    ...(data.campaign?.theme?.name && { author: organization({ placed, origin, data, picture }) }),
  }
}

function breadcrumbs({ placed, origin, data }: LinkedDataOptions): Thing {
  const { language, path, place } = placed
  const item = (position: number, name: string, at: string): Thing => ({
    '@type': 'ListItem',
    position,
    name,
    item: origin + pathIn(language, at),
  })
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [
      item(1, inLanguage(data.campaign?.name ?? {}, language), '/'),
      item(2, place.petition?.person ?? '', path),
    ],
  }
}
