import { MAX_PETITIONS } from '../../../protocol/limits.ts'
import { signable } from '../../../protocol/reading.ts'
import { formOf, number } from '../../i18n/counting.ts'
import { filled } from '../../i18n/filled.ts'
import { formWords } from '../../i18n/form.ts'
import { useLanguage, useSay, useWords } from '../../i18n/language.tsx'
import { thanksWords } from '../../i18n/thanks.ts'
import { Button } from '../../ui/Button.tsx'
import { Failure } from '../Failure.tsx'
import type { AfterProps } from './thanks-props.ts'

type Props = Pick<AfterProps, 'campaign'> & { signed: NonNullable<AfterProps['signed']> }

/** Open cases that this sitting has not signed: one tap, and nothing is typed again. */
export function Remaining({ campaign, signed }: Props) {
  const words = useWords(thanksWords)
  const form = useWords(formWords)
  const language = useLanguage()
  const say = useSay()
  const rest = signable(campaign)
    .filter((it) => !signed.petitions.includes(it.id))
    .slice(0, MAX_PETITIONS)
  if (rest.length === 0) return null
  const n = number(language, rest.length)
  return (
    <section class="thanks-step" aria-labelledby="thanks-remaining">
      <h2 id="thanks-remaining">{filled(formOf(language, rest.length, words.remaining), { n })}</h2>
      {rest.map((it) => (
        <p key={it.id} class="small">
          <b>{it.person}</b>
          {` · ${say(it.summary)}`}
        </p>
      ))}
      <p class="small muted">{words.remainingText}</p>
      {signed.failed && <Failure {...signed.failed} />}
      <Button kind="quiet" busy={signed.work && form[signed.work]} onClick={() => signed.sign(rest.map((it) => it.id))}>
        {filled(formOf(language, rest.length, words.sign), { n })}
      </Button>
    </section>
  )
}
