import './ActForm.css'
import type { ComponentChildren } from 'preact'
import { formOf, number } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import { formWords } from '../i18n/form.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Failure, type FailureWords } from './Failure.tsx'
import type { ActFormState } from './use-act-form.ts'

interface Props<Fields, Name extends string> {
  it: ActFormState<Fields, Name>
  /** On its button. */
  submit: string
  failureWords?: FailureWords
  children: ComponentChildren
}

/** A form whose one button keeps what was typed, sealed, at the screen's bottom where the thumb is. */
export function ActForm<Fields, Name extends string>({ it, submit, failureWords, children }: Props<Fields, Name>) {
  const words = useWords(formWords)
  const language = useLanguage()
  const wrong = it.wrong.length
  return (
    <form class="act-form" ref={it.form} onSubmit={it.submit} onFocusIn={it.preload} noValidate>
      {children}
      {it.failed && !it.kept && <Failure {...it.failed} words={failureWords} />}
      <div class="submit-bar">
        {it.tried && wrong > 0 && (
          <p class="submit-problems" role="alert">
            {filled(formOf(language, wrong, words.problems), { n: number(language, wrong) })}
          </p>
        )}
        <Button type="submit" busy={it.work && words[it.work]}>
          {submit}
        </Button>
        <p class="submit-lock small muted">
          <Icon name="lock" />
          {words.lock}
        </p>
      </div>
    </form>
  )
}
