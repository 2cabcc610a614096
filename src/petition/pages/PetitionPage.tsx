import type { Campaign, Counts } from '../../../protocol/campaign.ts'
import type { Petition } from '../../../protocol/petition.ts'
import { isOpen, isOver, signable } from '../../../protocol/reading.ts'
import { day, formOf, month, number } from '../../i18n/counting.ts'
import { filled } from '../../i18n/filled.ts'
import { useLanguage, useSay, useWords } from '../../i18n/language.tsx'
import { publicWords } from '../../i18n/public.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { CasePicture } from './CasePicture.tsx'
import type { Islands } from './islands.ts'
import './PetitionPage.css'
import { writable } from './offered.ts'
import { PetitionCard } from './PetitionCard.tsx'
import { homePath, letterPath } from './place.ts'
import { Received } from './Received.tsx'
import { SignPlace } from './SignPlace.tsx'
import { Paragraphs } from './Text.tsx'

interface Props {
  campaign: Campaign
  petition: Petition
  counts: Counts
  Sign: Islands['Sign']
}

export function PetitionPage({ campaign, petition, counts, Sign }: Props) {
  const words = useWords(publicWords)
  const open = isOpen(petition.state)
  return (
    <div class={open ? 'wide case' : 'column case'}>
      <article class="case-story">
        <CaseStory petition={petition} count={counts[petition.id] ?? 0} />
        {open && campaign.sealingKey && (
          <div class="act-bar">
            <ButtonLink href="#signer">{words.sign}</ButtonLink>
          </div>
        )}
      </article>
      {open ? (
        <div class="case-form">
          <SignPlace campaign={campaign} petition={petition.id} Sign={Sign} />
        </div>
      ) : (
        <StillWaiting campaign={campaign} counts={counts} />
      )}
    </div>
  )
}

function CaseStory({ petition, count }: { petition: Petition; count: number }) {
  const language = useLanguage()
  const say = useSay()
  const words = useWords(publicWords)
  const situation = filled(words.situation, { month: month(language, petition.situation) })
  return (
    <>
      <CasePicture petition={petition} alt={say(petition.picture?.alt ?? petition.drawingAlt)} />
      <div class="case-text stack">
        <p class="eyebrow">{`${say(petition.country)} · ${situation}`}</p>
        <h1>{say(petition.title)}</h1>
        <StateNotice petition={petition} />
        <Received count={count} petition={petition} />
        <Paragraphs text={petition.story} />
        <h2>{words.problem}</h2>
        <Paragraphs text={petition.problem} />
        {!isOver(petition.state) && (
          <>
            <h2>{words.whatYouCanDo}</h2>
            <Paragraphs text={petition.actions} />
          </>
        )}
        {writable(petition).length > 0 && (
          <ButtonLink kind="quiet" href={letterPath(language, petition.id)}>
            {words.acts.letter}
          </ButtonLink>
        )}
        <div class="demand stack">
          <h2>{words.weAsk}</h2>
          <Paragraphs text={petition.demand} />
          <p class="small muted">{filled(words.addressedTo, { who: say(petition.addressee) })}</p>
        </div>
        {petition.updates.length > 0 && <Updates petition={petition} />}
      </div>
    </>
  )
}

function StateNotice({ petition }: { petition: Petition }) {
  const language = useLanguage()
  const say = useSay()
  const words = useWords(publicWords)
  if (petition.state === 'won')
    return (
      <Notice tone="ok" title={words.won.title}>
        {words.won.text}
      </Notice>
    )
  const { delivered } = petition
  const handed = delivered?.signatures
  if (petition.state === 'closed' || petition.state === 'delivered')
    return (
      <Notice title={words[petition.state].title}>
        <p>{words[petition.state].text}</p>
        {delivered && (
          <p>
            {filled(words.deliveredOn, { day: day(language, delivered.date), to: say(delivered.to) })}
            {handed && ` · ${number(language, handed)} ${formOf(language, handed, words.handedOver)}`}
          </p>
        )}
      </Notice>
    )
  return null
}

function Updates({ petition }: { petition: Petition }) {
  const language = useLanguage()
  const say = useSay()
  const words = useWords(publicWords)
  return (
    <>
      <h2>{words.updates}</h2>
      <ol class="plain updates">
        {petition.updates.map((it) => (
          <li key={it.date} class="stack">
            <p class="small muted">
              <time dateTime={it.date}>{day(language, it.date)}</time>
            </p>
            <h3>{say(it.title)}</h3>
            <Paragraphs text={it.text} />
          </li>
        ))}
      </ol>
    </>
  )
}

function StillWaiting({ campaign, counts }: { campaign: Campaign; counts: Counts }) {
  const language = useLanguage()
  const words = useWords(publicWords)
  const open = campaign.petitions.filter((it) => isOpen(it.state))
  if (open.length === 0)
    return (
      <p class="case-text">
        <ButtonLink kind="quiet" href={homePath(language)}>
          {words.allCases}
        </ButtonLink>
      </p>
    )
  const canSign = signable(campaign).length > 0
  return (
    <section class="case-text stack" aria-labelledby="waiting">
      <h2 id="waiting" class="section-title">
        {canSign ? words.stillWaiting : words.cases}
      </h2>
      <ul class="plain cards">
        {open.map((it) => (
          <PetitionCard key={it.id} petition={it} count={counts[it.id] ?? 0} />
        ))}
      </ul>
    </section>
  )
}
