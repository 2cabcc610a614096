// Which page an address means: asked by the server and the browser alike, so that they never disagree.
import type { Campaign } from '../../../protocol/campaign.ts'
import type { Petition } from '../../../protocol/petition.ts'
import { type Language, pathIn, splitPath } from '../../i18n/languages.ts'

export type Place =
  | { name: 'home' | Beside | 'not-found'; petition: null }
  | { name: 'petition' | 'letter'; petition: Petition }

/** Pages that most visitors never open: their code and their words come when they are asked for. */
export type Beside = 'withdraw' | 'outbox' | 'join' | 'contact'

export interface Placed {
  language: Language
  /** The address without its language, as links to other languages need it. */
  path: string
  place: Place
}

const BESIDE: Record<string, Beside> = {
  '/retrait': 'withdraw',
  '/envois': 'outbox',
  '/rejoindre': 'join',
  '/contact': 'contact',
}

export const petitionPath = (language: Language, petition: string): string => pathIn(language, `/p/${petition}`)
export const homePath = (language: Language): string => pathIn(language, '/')
export const outboxPath = (language: Language): string => pathIn(language, '/envois')
export const withdrawPath = (language: Language): string => pathIn(language, '/retrait')

export const letterPath = (language: Language, petition: string): string => pathIn(language, `/p/${petition}/lettre`)
export const joinPath = (language: Language): string => pathIn(language, '/rejoindre')
export const contactPath = (language: Language): string => pathIn(language, '/contact')

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
  const beside = BESIDE[path]
  if (beside) return { name: beside, petition: null }
  const [, slug, letter] = /^\/p\/([^/]+)(\/lettre)?$/.exec(path) ?? []
  const petition = campaign?.petitions.find((it) => it.id === slug && it.state !== 'draft')
  return petition ? { name: letter ? 'letter' : 'petition', petition } : { name: 'not-found', petition: null }
}
