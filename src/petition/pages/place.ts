// Which page an address means: asked by the server and the browser alike, so that they never disagree.
import type { Campaign } from '../../../protocol/campaign.ts'
import type { Petition } from '../../../protocol/petition.ts'
import { type Language, pathIn, splitPath } from '../../i18n/languages.ts'

export type Place =
  | { name: 'home' | 'withdraw' | 'outbox' | 'join' | 'contact' | 'not-found'; petition: null }
  | { name: 'petition' | 'letter'; petition: Petition }

export interface Placed {
  language: Language
  /** The address without its language, as links to other languages need it. */
  path: string
  place: Place
}

export const petitionPath = (language: Language, petition: string): string => pathIn(language, `/p/${petition}`)
export const homePath = (language: Language): string => pathIn(language, '/')
export const outboxPath = (language: Language): string => pathIn(language, '/envois')
export const letterPath = (language: Language, petition: string): string => pathIn(language, `/p/${petition}/lettre`)
export const joinPath = (language: Language): string => pathIn(language, '/rejoindre')
export const contactPath = (language: Language): string => pathIn(language, '/contact')
export const withdrawPath = (language: Language): string => pathIn(language, '/retrait')

/** The same page in another language; where there is no page, the home page. */
export const pageIn = (language: Language, { path, place }: Placed): string =>
  pathIn(language, place.name === 'not-found' ? '/' : path)

/** Never throws: an address that nobody made is a page that does not exist. Drafts do not exist either. */
export function placeAt(address: string, campaign: Campaign | null): Placed {
  const { language, path } = splitPath(address.replace(/\/+$/, '') || '/')
  return { language, path, place: find(path, campaign) }
}

function find(path: string, campaign: Campaign | null): Place {
  if (path === '/') return { name: 'home', petition: null }
  if (path === '/retrait') return { name: 'withdraw', petition: null }
  if (path === '/envois') return { name: 'outbox', petition: null }
  if (path === '/rejoindre') return { name: 'join', petition: null }
  if (path === '/contact') return { name: 'contact', petition: null }
  const [, slug, letter] = /^\/p\/([^/]+)(\/lettre)?$/.exec(path) ?? []
  const petition = campaign?.petitions.find((it) => it.id === slug && it.state !== 'draft')
  if (!petition) return { name: 'not-found', petition: null }
  return { name: letter ? 'letter' : 'petition', petition }
}
