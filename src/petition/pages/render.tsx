// The server's entry to the pages: a request's facts in, parts of an HTML document out. It speaks every language.
import '../../i18n/en/chapter.ts'
import { renderToString } from 'preact-render-to-string'
import { headTags } from './head.ts'
import { modulesOf } from './modules.ts'
import { placeAt } from './place.ts'
import { publishedIn } from './published.ts'
import type { RenderPage } from './render-contract.ts'
import { Site } from './Site.tsx'

/** JSON that can stand inside `<script type="application/json">`: nothing in it can end the block or open a comment. */
const blockJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`)

export const renderPage: RenderPage = async ({ path, origin, campaign, counts }) => {
  const { language } = placeAt(path, campaign)
  const data = publishedIn(language, { campaign, counts })
  const placed = placeAt(path, data.campaign)
  return {
    status: placed.place.name === 'not-found' ? 404 : 200,
    language,
    head: headTags(path, origin, data),
    body: renderToString(<Site address={path} data={data} />),
    modules: modulesOf(placed, data.campaign),
    data: blockJson(data),
  }
}
