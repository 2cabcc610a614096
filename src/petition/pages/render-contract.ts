// What the server and the pages it renders agree on. No Preact here, so that the server's program stays without DOM types.
import type { Campaign, Counts } from '../../../protocol/campaign.ts'

export interface PageRequest {
  /** The path as matched, with its language prefix, without query. */
  path: string
  /** Absolute origin for canonical links and link previews, without a trailing slash. */
  origin: string
  /** The campaign that `/` shows; null while there is none. */
  campaign: Campaign | null
  counts: Counts
}

export interface RenderedPage {
  status: 200 | 404
  language: string
  /** Tags for the head: title, description, canonical, hreflang, previews. */
  head: string
  /** The page inside `#app`. */
  body: string
  /** Sources of what the page's script loads at once: its form, its language. */
  modules: string[]
  /** JSON for the data block, escaped so that it cannot end it. */
  data: string
}

export type RenderPage = (request: PageRequest) => Promise<RenderedPage>
