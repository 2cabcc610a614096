import { useLanguage, useSay, useWords } from '../../i18n/language.tsx'
import { publicWords } from '../../i18n/public.ts'
import { Pill } from '../../ui/Pill.tsx'
import { CasePicture } from './CasePicture.tsx'
import './PetitionCard.css'
import { petitionPath } from './place.ts'
import { Received, type ReceivedProps } from './Received.tsx'

/** A case in a list. The whole card leads to it; the link itself is the person's name. */
export function PetitionCard(props: ReceivedProps) {
  const { petition } = props
  const language = useLanguage()
  const say = useSay()
  const words = useWords(publicWords)
  const { state } = petition
  const [news] = state === 'won' ? petition.updates : []
  return (
    <li class="card">
      <CasePicture petition={petition} alt="" />
      <div class="card-words">
        {state !== 'open' && state !== 'draft' && (
          <Pill tone={state === 'won' ? 'won' : undefined}>{words.states[state]}</Pill>
        )}
        <h3>
          <a href={petitionPath(language, petition.id)}>{petition.person}</a>
        </h3>
        <p class="small muted">{`${say(petition.country)} · ${say(news?.title ?? petition.summary)}`}</p>
        <Received {...props} />
      </div>
    </li>
  )
}
