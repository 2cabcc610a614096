import { useState } from 'preact/hooks'
import { filled } from '../i18n/filled.ts'
import { Button } from '../ui/Button.tsx'
import { Check } from '../ui/Check.tsx'
import { Field } from '../ui/Field.tsx'
import { useConsoleWords } from './console-context.ts'
import { Heading } from './Heading.tsx'
import { canonicalPhrase, judgePhrase, MIN_PHRASE } from './passphrase.ts'

interface Props {
  onPhrase: (phrase: string) => void
  onBack: () => void
}

/** A phrase of the coordinator's own, typed twice. */
export function OwnPhrase({ onPhrase, onBack }: Props) {
  const { words } = useConsoleWords()
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const [shown, setShown] = useState(false)
  const [tried, setTried] = useState(false)
  const said = words.key.phrase
  const n = String(MIN_PHRASE)
  const problem = judgePhrase(first)
  const same = canonicalPhrase(first) === canonicalPhrase(second)
  const wording = { 'too-short': filled(said.tooShort, { n }), 'too-plain': said.tooPlain }

  function submit(event: Event) {
    event.preventDefault()
    setTried(true)
    if (problem) return document.getElementById('phrase-own')?.focus()
    if (!same) return document.getElementById('phrase-again')?.focus()
    onPhrase(canonicalPhrase(first))
  }

  const plain = { autocomplete: 'off', autocapitalize: 'off', spellcheck: false, required: true } as const
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <Heading>{said.ownTitle}</Heading>
      <p>{said.ownLead}</p>
      <Field
        {...plain}
        id="phrase-own"
        type={shown ? 'text' : 'password'}
        label={said.ownFirst}
        hint={filled(said.ownHint, { n })}
        error={tried && problem ? wording[problem] : undefined}
        value={first}
        onInput={(event) => setFirst(event.currentTarget.value)}
      />
      <Field
        {...plain}
        id="phrase-again"
        type={shown ? 'text' : 'password'}
        label={said.ownSecond}
        error={tried && !problem && !same ? said.notSame : undefined}
        value={second}
        onInput={(event) => setSecond(event.currentTarget.value)}
      />
      <Check id="phrase-show" checked={shown} onChange={setShown}>
        {words.show}
      </Check>
      <Button type="submit">{said.next}</Button>
      <Button kind="link" onClick={onBack}>
        {said.proposed}
      </Button>
    </form>
  )
}
