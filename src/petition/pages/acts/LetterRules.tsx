import type { Petition } from '../../../../protocol/petition.ts'
import { actWords } from '../../../i18n/acts.ts'
import { filled } from '../../../i18n/filled.ts'
import { useSay, useWords } from '../../../i18n/language.tsx'
import { publicWords } from '../../../i18n/public.ts'
import type { To } from '../offered.ts'
import { Paragraphs } from '../Text.tsx'

/** What an editor wrote for letters of this case; with the demand, where a letter has to keep to it. */
export function LetterRules({ petition, to }: { petition: Petition; to: To }) {
  const words = useWords(actWords).letter
  const { weAsk } = useWords(publicWords)
  const say = useSay()
  const { person } = petition
  const title =
    to === 'person'
      ? filled(words.rulesPerson, { person })
      : filled(words.rulesAuthority, { addressee: say(petition.addressee) })
  const rules = petition.letters[to]?.rules ?? []
  return (
    <section class="letter-rules stack" aria-label={title}>
      <h2>{title}</h2>
      {rules.length > 0 && (
        <ul>
          {rules.map((it, at) => (
            <li key={at}>{say(it)}</li>
          ))}
        </ul>
      )}
      {to === 'authority' && (
        <>
          <h3>{weAsk}</h3>
          <Paragraphs text={petition.demand} />
        </>
      )}
    </section>
  )
}
