import type * as z from 'zod/mini'
import type { LetterBody } from '../../../protocol/act.ts'
import { filled } from '../../i18n/filled.ts'
import { useSay } from '../../i18n/language.tsx'
import type { OpenedAct } from '../review/opened-act.ts'
import { useReviewWords } from './use-review-words.ts'
import { useWording } from './wording-context.ts'

interface Props {
  letter: OpenedAct<z.infer<typeof LetterBody>>
}

function usePetitionOf({ head }: Props['letter']) {
  const { campaign } = useWording()
  return campaign.petitions.find((it) => it.id === head.petitions[0])
}

/** To whom a letter is written. */
export function LetterHead({ letter }: Props) {
  const text = useReviewWords().said.read
  const say = useSay()
  const petition = usePetitionOf(letter)
  // Its id is all that is left of it.
  if (!petition) return <h3>{filled(text.removedCase, { id: letter.head.petitions[0] ?? '' })}</h3>
  const { person } = petition
  const names = { person, addressee: say(petition.addressee), title: say(petition.title) }
  return (
    <div>
      <h3>{filled(letter.body.to === 'person' ? text.toPerson : text.toAuthority, names)}</h3>
      <p class="small muted">{letter.body.to === 'person' ? names.title : filled(text.about, names)}</p>
    </div>
  )
}

/** What its writer was asked to keep to, for whoever approves it. */
export function LetterRules({ letter }: Props) {
  const text = useReviewWords().said.read
  const say = useSay()
  const rules = usePetitionOf(letter)?.letters[letter.body.to]?.rules ?? []
  if (rules.length === 0) return null
  return (
    <aside class="tile desk-card" aria-labelledby="letter-rules">
      <h3 id="letter-rules">{text.rules}</h3>
      <ul>
        {rules.map((it) => (
          <li key={say(it)}>{say(it)}</li>
        ))}
      </ul>
    </aside>
  )
}
