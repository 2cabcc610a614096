// The frame around every public page, and which page it frames. On the first-paint path.
import '../../ui/tokens.css'
import '../../ui/base.css'
import './Site.css'
import type { ComponentChildren } from 'preact'
import type { LocalText } from '../../../protocol/local-text.ts'
import { inLanguage, isOver } from '../../../protocol/reading.ts'
import { LanguageContext } from '../../i18n/language.tsx'
import { LANGUAGE_NAMES } from '../../i18n/language-names.ts'
import { LANGUAGES } from '../../i18n/languages.ts'
import { publicWords } from '../../i18n/public.ts'
import { TopBar } from '../../ui/TopBar.tsx'
import { HomePage } from './HomePage.tsx'
import type { Islands } from './islands.ts'
import { PetitionCard } from './PetitionCard.tsx'
import { PetitionPage } from './PetitionPage.tsx'
import { homePath, outboxPath, type Placed, pageIn, placeAt, withdrawPath } from './place.ts'
import type { PageData } from './published.ts'

const NO_ISLANDS: Islands = { origin: '' }

interface Props {
  /** The address with its language, without query. */
  address: string
  data: PageData
  islands?: Islands
}

export function Site({ address, data, islands = NO_ISLANDS }: Props) {
  const placed = placeAt(address, data.campaign)
  return (
    <Frame placed={placed} islands={islands} name={data.campaign?.theme?.name}>
      <Page placed={placed} data={data} islands={islands} />
    </Frame>
  )
}

function Page({ placed, data, islands }: { placed: Placed; data: PageData; islands: Islands }) {
  const { campaign, counts } = data
  const { place } = placed
  const { Beside, Sign, Over, load, origin } = islands
  if (!campaign || (place.name !== 'home' && place.name !== 'petition'))
    return Beside ? <Beside key={placed.path} placed={placed} data={data} load={load} /> : null
  if (!place.petition) return <HomePage campaign={campaign} counts={counts} Sign={Sign} />
  const { petition } = place
  const shown = { key: petition.id, campaign, petition, counts, Sign, origin }
  return isOver(petition.state) && Over ? (
    <Over {...shown} Page={PetitionPage} Card={PetitionCard} />
  ) : (
    <PetitionPage {...shown} />
  )
}

interface FrameProps {
  placed: Placed
  islands?: Islands
  /** The campaign's own, in place of Paraphe's. */
  name?: LocalText | undefined
  children: ComponentChildren
}

/** Top bar, content, footer; also around what the browser shows while it has no page yet. */
export function Frame({ placed, islands = NO_ISLANDS, name, children }: FrameProps) {
  const { language } = placed
  const words = publicWords[language]
  return (
    <LanguageContext.Provider value={language}>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <TopBar home={homePath(language)} name={name ? inLanguage(name, language) : words.name}>
        {islands.Connection && <islands.Connection />}
        {LANGUAGES.filter((it) => it !== language).map((it) => (
          <a key={it} href={pageIn(it, placed)} hreflang={it} lang={it} onClick={loadAnew}>
            {LANGUAGE_NAMES[it].name}
          </a>
        ))}
      </TopBar>
      {islands.notes}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer class="footer small">
        <p class="muted">{words.free}</p>
        <a href={withdrawPath(language)}>{words.withdraw}</a>
        <a href={outboxPath(language)}>{words.outboxTitle}</a>
      </footer>
    </LanguageContext.Provider>
  )
}

/** Another language is another document: its words are not in this one. Keeps the router's hands off the link. */
export const loadAnew = (event: Event): void => event.stopPropagation()
