import { takes, writable } from '../../../protocol/reading.ts'
import { filled } from '../../i18n/filled.ts'
import { useLanguage, useWords } from '../../i18n/language.tsx'
import { laterWords } from '../../i18n/later.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { goTo } from '../../ui/here.ts'
import { joinPath, letterPath } from '../pages/place.ts'
import type { AfterProps } from './thanks-props.ts'

/** The next thing to do, for who wants to. It leads away from the receipt, which is said first. */
export function Further({ campaign, signed, mayLeave }: Pick<AfterProps, 'campaign' | 'signed' | 'mayLeave'>) {
  const words = useWords(laterWords)
  const language = useLanguage()
  const letters = writable(campaign).filter((it) => signed?.petitions.includes(it.id) ?? true)
  const go = (href: string) => (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    // In the place of the thank-you's own step: "back" leads to the page, not to a thank-you that is gone.
    if (mayLeave()) goTo(href, true)
  }
  const to = (href: string, text: string) => (
    <ButtonLink key={href} kind="link" href={href} onClick={go(href)}>
      {text}
    </ButtonLink>
  )
  const all = [
    ...letters.map((it) => to(letterPath(language, it.id), filled(words.letter, { who: it.person }))),
    ...(takes(campaign, 'join') ? [to(joinPath(language), words.join)] : []),
  ]
  if (all.length === 0) return null
  return (
    <section class="thanks-step" aria-labelledby="thanks-further">
      <h2 id="thanks-further">{words.further}</h2>
      <div>{all}</div>
    </section>
  )
}
