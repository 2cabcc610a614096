import type { Petition } from '../../../protocol/petition.ts'
import { isOpen, isOver } from '../../../protocol/reading.ts'
import { day, month } from '../../i18n/counting.ts'
import { filled } from '../../i18n/filled.ts'
import { useLanguage, useSay, useWords } from '../../i18n/language.tsx'
import { publicWords } from '../../i18n/public.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { Pill } from '../../ui/Pill.tsx'
import { CasePicture } from './CasePicture.tsx'
import type { CaseProps, WhenOver } from './islands.ts'
import './PetitionPage.css'
import { writable } from './offered.ts'
import { letterPath, petitionPath } from './place.ts'
import { Received } from './Received.tsx'
import { SignPlace } from './SignPlace.tsx'
import { Paragraphs } from './Text.tsx'
import { whatsApp } from './whats-app.ts'

export function PetitionPage(props: CaseProps & { over?: WhenOver }) {
  const { campaign, petition, Sign, over } = props
  const words = useWords(publicWords)
  const open = isOpen(petition.state)
  return (
    <div class={open ? 'wide case' : 'column case'}>
      <article class="case-story">
        <CaseStory {...props} />
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
        over?.others
      )}
    </div>
  )
}

function CaseStory({ campaign, petition, counts, origin, over }: CaseProps & { over?: WhenOver }) {
  const language = useLanguage()
  const say = useSay()
  const words = useWords(publicWords)
  const { state } = petition
  const situation = filled(words.situation, { month: month(language, petition.situation) })
  const title = say(petition.title)
  const share = (
    <ButtonLink
      kind="quiet"
      href={whatsApp(`${over?.title ?? title} ${origin}${petitionPath(language, petition.id)}`)}
      target="_blank"
    >
      {words.shareCase}
    </ButtonLink>
  )
  const updates = over?.updates ?? petition.updates
  return (
    <>
      <CasePicture petition={petition} alt={say(petition.picture?.alt ?? petition.drawingAlt)} />
      <div class="case-text stack">
        <p class="eyebrow">{`${say(petition.country)} · ${situation}`}</p>
        <h1>{title}</h1>
        {over ? over.notice : isOver(state) && <Pill>{words.states[state]}</Pill>}
        {over && share}
        <Received count={counts[petition.id] ?? 0} petition={petition} early={campaign.sealingKey === null} />
        <Paragraphs text={petition.story} />
        <h2>{words.problem}</h2>
        <Paragraphs text={petition.problem} />
        {!isOver(state) && (
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
        {!over && share}
        <div class="demand stack">
          <h2>{over?.asked ?? words.weAsk}</h2>
          <Paragraphs text={petition.demand} />
          <p class="small muted">{filled(words.addressedTo, { who: say(petition.addressee) })}</p>
        </div>
        {updates.length > 0 && <Updates updates={updates} />}
      </div>
    </>
  )
}

function Updates({ updates }: Pick<Petition, 'updates'>) {
  const language = useLanguage()
  const say = useSay()
  const words = useWords(publicWords)
  return (
    <>
      <h2>{words.updates}</h2>
      <ol class="plain updates">
        {updates.map((it) => (
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
