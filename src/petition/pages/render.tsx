// The server's entry to the pages: a request's facts in, parts of an HTML document out. It speaks every language.
import { renderToString } from 'preact-render-to-string'
import type { Campaign } from '../../../protocol/campaign.ts'
import { MAX_PETITIONS } from '../../../protocol/limits.ts'
import { signable } from '../../../protocol/reading.ts'
import { learn } from '../../i18n/chapters.ts'
import { formOf, number, withAnswers } from '../../i18n/counting.ts'
import { countryName } from '../../i18n/country-name.ts'
import { DIRECTIONS, LANGUAGES, type Language } from '../../i18n/languages.ts'
import { BesidePages } from './BesidePages.tsx'
import { blockJson } from './block-json.ts'
import { headTags } from './head-tags.ts'
import { formOn, modulesOf } from './modules.ts'
import { OverCase } from './over/OverCase.tsx'
import { placeAt } from './place.ts'
import { publishedIn } from './published.ts'
import type { RenderPage } from './render-contract.ts'
import { Site } from './Site.tsx'

export { outline } from './outline.ts'

await Promise.all(LANGUAGES.map(learn))

export const renderPage: RenderPage = async ({ path, origin, campaign, counts, cards = {} }) => {
  const data = publishedIn(placeAt(path, campaign), { campaign, counts })
  const placed = placeAt(path, data.campaign)
  const { language } = placed
  const islands = { Beside: BesidePages, Over: OverCase, origin }
  const [body, intl] = withAnswers(() => {
    if (data.campaign) askFormFirst(language, data.campaign)
    return renderToString(<Site address={path} data={data} islands={islands} />)
  })
  return {
    status: placed.place.name === 'not-found' ? 404 : 200,
    language,
    direction: DIRECTIONS[language],
    head: headTags({ address: path, origin, data, cards }),
    body,
    modules: modulesOf(placed),
    form: formOn(placed, data.campaign),
    data: blockJson({ ...data, intl }),
  }
}

/** What a form to sign says of itself when it comes alive: how many petitions, and where most people live. */
function askFormFirst(language: Language, campaign: Campaign): void {
  countryName(language, campaign.country)
  for (let n = 0; n <= Math.min(signable(campaign).length, MAX_PETITIONS); n++) {
    number(language, n)
    formOf(language, n, { other: '' })
  }
}
