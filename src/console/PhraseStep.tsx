import { useState } from 'preact/hooks'
import { filled } from '../i18n/filled.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { useConsoleWords } from './console-context.ts'
import { Heading } from './Heading.tsx'
import { OwnPhrase } from './OwnPhrase.tsx'
import { firstDifference, proposeWords } from './passphrase.ts'

interface Props {
  /** In its canonical form. */
  onPhrase: (phrase: string) => void
}

/** The phrase is proposed, written on paper, and typed back from the paper while the screen no longer shows it. */
export function PhraseStep({ onPhrase }: Props) {
  const [proposed, setProposed] = useState(() => proposeWords())
  const [mode, setMode] = useState<'shown' | 'typed' | 'own'>('shown')
  if (mode === 'own') return <OwnPhrase onPhrase={onPhrase} onBack={() => setMode('shown')} />
  if (mode === 'typed') {
    return (
      <TypedBack proposed={proposed} onRight={() => onPhrase(proposed.join(' '))} onAgain={() => setMode('shown')} />
    )
  }
  return (
    <Shown
      proposed={proposed}
      onNoted={() => setMode('typed')}
      onOthers={() => setProposed(proposeWords())}
      onOwn={() => setMode('own')}
    />
  )
}

interface ShownProps {
  proposed: readonly string[]
  onNoted: () => void
  onOthers: () => void
  onOwn: () => void
}

function Shown({ proposed, onNoted, onOthers, onOwn }: ShownProps) {
  const { words } = useConsoleWords()
  const said = words.key.phrase
  return (
    <>
      <Heading>{said.title}</Heading>
      <p>{said.lead}</p>
      <ol class="console-phrase" aria-label={said.list} aria-live="polite" lang="fr" translate={false}>
        {proposed.map((word, i) => (
          <li key={i}>{word}</li>
        ))}
      </ol>
      <Button onClick={onNoted}>{said.noted}</Button>
      <div class="row">
        <Button kind="link" onClick={onOthers}>
          {said.others}
        </Button>
        <Button kind="link" onClick={onOwn}>
          {said.own}
        </Button>
      </div>
    </>
  )
}

interface TypedProps {
  proposed: readonly string[]
  onRight: () => void
  onAgain: () => void
}

function TypedBack({ proposed, onRight, onAgain }: TypedProps) {
  const { words } = useConsoleWords()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState<number | null>(null)
  const said = words.key.phrase

  function submit(event: Event) {
    event.preventDefault()
    const differs = firstDifference(proposed, typed)
    setWrong(differs)
    if (differs === null) onRight()
    else document.getElementById('phrase-typed')?.focus()
  }

  return (
    <form class="stack" onSubmit={submit} noValidate>
      <Heading>{said.typeTitle}</Heading>
      <p>{said.typeLead}</p>
      <Field
        id="phrase-typed"
        label={said.typed}
        error={wrong === null ? undefined : filled(said.differs, { n: String(wrong) })}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        required
      />
      <Button type="submit">{said.next}</Button>
      <Button kind="link" onClick={onAgain}>
        {said.again}
      </Button>
    </form>
  )
}
