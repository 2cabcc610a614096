// What the server and the pages it renders agree on. No Preact here, so that the server's program stays without DOM types.
import type { Campaign, Counts } from '../../../protocol/campaign.ts'

/** Address of the picture that link previews show, by page (petition id, '' for the campaign's own) and by language. */
export type CardPictures = Record<string, Record<string, string>>

export interface PageRequest {
  /** The path as matched, with its language prefix, without query. */
  path: string
  /** Absolute origin for canonical links and link previews, without a trailing slash. */
  origin: string
  /** The campaign that `/` shows; null while there is none. */
  campaign: Campaign | null
  counts: Counts
  cards?: CardPictures
}

export interface RenderedPage {
  status: 200 | 404
  language: string
  direction: 'ltr' | 'rtl'
  /** Tags for the head: title, description, manifest, canonical, hreflang, previews, JSON-LD. */
  head: string
  /** The page inside `#app`. */
  body: string
  /** Sources of what the page's script loads at once: its language, the room that the server has drawn as well. */
  modules: string[]
  /** Source of a form that only the browser draws, where the page has one: nothing shall wait for its styles. */
  form: string | null
  /** JSON for the data block, escaped so that it cannot end it. */
  data: string
}

export type RenderPage = (request: PageRequest) => Promise<RenderedPage>

/** The site around its pages. */
export interface SiteOutline {
  /** What addresses begin with, for each language; '' for the first. */
  prefixes: readonly string[]
  /** The addresses of its pages in every language, with `:slug` where a petition's stands. */
  addresses: readonly string[]
  /**
   * What an address with a word of the first language stands for in another: `/en/retrait` is `/en/withdraw`. Receipts that were printed
   * with the former have to lead somewhere for ever.
   */
  moved: Readonly<Record<string, string>>
  /** XML for /sitemap.xml. */
  sitemap(origin: string, campaign: Campaign | null): string
  /** HTML that a shell shows where no script runs, in every language: it has no other words. */
  withoutScript: string
  /** JSON for /app.webmanifest under a prefix. */
  manifest(prefix: string, campaign: Campaign | null): object
}
