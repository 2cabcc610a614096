import { useLanguage, useWords } from '../../i18n/language.tsx'
import { publicWords } from '../../i18n/public.ts'
import { thanksWords } from '../../i18n/thanks.ts'
import { offered, writable } from '../pages/offered.ts'
import { joinPath, letterPath } from '../pages/place.ts'
import type { AfterProps } from './thanks-props.ts'

type Props = Pick<AfterProps, 'campaign' | 'mayLeave'> & { petitions: readonly string[] }

/** Letters for the cases that were signed, and joining. They are other pages: what was asked about the receipt is asked before. */
export function NextSteps({ campaign, mayLeave, petitions }: Props) {
  const words = useWords(thanksWords)
  const { acts } = useWords(publicWords)
  const language = useLanguage()
  const letters = campaign.petitions.filter((it) => petitions.includes(it.id) && writable(it).length > 0)
  const joins = offered(campaign).includes('join')
  if (letters.length === 0 && !joins) return null
  const stay = (event: MouseEvent) => {
    if (mayLeave()) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <section class="thanks-step" aria-labelledby="thanks-next" onClickCapture={stay}>
      <h2 id="thanks-next">{words.next}</h2>
      <ul class="plain">
        {letters.map((it) => (
          <li key={it.id} class="row">
            <a class="button link" href={letterPath(language, it.id)}>{`${acts.letter} · ${it.person}`}</a>
          </li>
        ))}
        {joins && (
          <li class="row">
            <a class="button link" href={joinPath(language)}>
              {acts.join}
            </a>
          </li>
        )}
      </ul>
    </section>
  )
}
