import type { Campaign, Counts } from '../../../protocol/campaign.ts'
import { signable } from '../../../protocol/reading.ts'
import { day, formOf, number } from '../../i18n/counting.ts'
import { filled } from '../../i18n/filled.ts'
import { useLanguage, useSay, useWords } from '../../i18n/language.tsx'
import { publicWords } from '../../i18n/public.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import './HomePage.css'
import { Icon } from '../../ui/Icon.tsx'
import { Mark } from '../../ui/Mark.tsx'
import type { Islands } from './islands.ts'
import { offered } from './offered.ts'
import { inOrder } from './order.ts'
import { PetitionCard } from './PetitionCard.tsx'
import { contactPath, joinPath } from './place.ts'
import { SignPlace } from './SignPlace.tsx'
import { Paragraphs } from './Text.tsx'

interface Props {
  campaign: Campaign
  counts: Counts
  Sign: Islands['Sign']
}

export function HomePage({ campaign, counts, Sign }: Props) {
  const say = useSay()
  const words = useWords(publicWords)
  const language = useLanguage()
  const toSign = signable(campaign).length
  return (
    <>
      <Hero campaign={campaign} />
      <div class="wide stack-sections">
        {say(campaign.community) !== '' && (
          <section class="column stack" aria-labelledby="community">
            <h2 id="community" class="section-title">
              {words.community}
            </h2>
            <Paragraphs text={campaign.community} />
          </section>
        )}
        <section aria-labelledby="cases">
          <h2 id="cases" class="section-title">
            {words.cases}
          </h2>
          <ul class="plain cards">
            {inOrder(campaign.petitions).map((it) => (
              <PetitionCard key={it.id} petition={it} count={counts[it.id] ?? 0} early={campaign.sealingKey === null} />
            ))}
          </ul>
        </section>
        {toSign > 0 && (
          <div class="column">
            <SignPlace campaign={campaign} petition={null} Sign={Sign} />
          </div>
        )}
        <Protections />
        {campaign.victories.list.length > 0 && <Victories campaign={campaign} />}
        {offered(campaign).map((it) => (
          <section key={it} class="column stack" aria-labelledby={it}>
            <h2 id={it} class="section-title">
              {words.acts[it]}
            </h2>
            <Paragraphs text={campaign[it].intro} />
            <ButtonLink kind="quiet" href={(it === 'join' ? joinPath : contactPath)(language)}>
              {words.acts[it]}
            </ButtonLink>
          </section>
        ))}
      </div>
    </>
  )
}

function Hero({ campaign }: { campaign: Campaign }) {
  const language = useLanguage()
  const say = useSay()
  const words = useWords(publicWords)
  const toSign = signable(campaign).length
  // Nothing can be asked for any more: the call would ask for what the words below refuse.
  const over = campaign.sealingKey && toSign === 0 ? words.nothingOpen : null
  return (
    <div class="night hero">
      <div class="wide stack">
        <Mark large />
        <p class="eyebrow">{say(campaign.name)}</p>
        <h1>{over?.title ?? say(campaign.call.title)}</h1>
        <p class="hero-text" id={over ? 'signer' : undefined}>
          {over?.text ?? say(campaign.call.text)}
        </p>
        {over ? null : toSign > 0 ? (
          <ButtonLink href="#signer">
            {filled(formOf(language, toSign, words.signCount), { n: number(language, toSign) })}
          </ButtonLink>
        ) : (
          <div class="hero-note stack" id="signer">
            <p class="hero-note-title">{words.notYet.title}</p>
            <p>{words.notYet.text}</p>
          </div>
        )}
      </div>
    </div>
  )
}

function Protections() {
  const words = useWords(publicWords)
  return (
    <section class="protect" aria-labelledby="protects">
      <h2 id="protects" class="section-title">
        {words.protects}
      </h2>
      <ul class="plain protect-list">
        {words.protections.map((it, index) => (
          <li key={it.title}>
            <Icon name={index === 0 ? 'lock' : index === 1 ? 'phone' : 'check'} />
            <div>
              <h3>{it.title}</h3>
              <p class="muted">{it.text}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Victories({ campaign }: { campaign: Campaign }) {
  const language = useLanguage()
  const say = useSay()
  const words = useWords(publicWords)
  return (
    <section class="victories" aria-labelledby="victories">
      <div class="column stack">
        <h2 id="victories" class="section-title">
          {words.victories}
        </h2>
        <Paragraphs text={campaign.victories.intro} />
      </div>
      <ul class="plain victory-list">
        {campaign.victories.list.map((it) => (
          <li key={it.person + it.date}>
            <h3>{it.person}</h3>
            <p class="small muted">
              {`${say(it.country)} · `}
              <time dateTime={it.date}>{day(language, it.date)}</time>
            </p>
            <Paragraphs text={it.text} />
          </li>
        ))}
      </ul>
    </section>
  )
}
