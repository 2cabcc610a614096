import { useState } from 'preact/hooks'
import { Button } from '../ui/Button.tsx'
import { Check } from '../ui/Check.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Progress } from '../ui/Progress.tsx'
import { useConsoleWords } from './console-context.ts'
import { bytesOf, FilePicker } from './FilePicker.tsx'
import { keyProblemWords } from './key-problem.ts'
import type { ClosedKey } from './opening-station.ts'
import { canonicalPhrase } from './passphrase.ts'
import { useAction } from './use-action.ts'

interface Props {
  root: string
  onUnlock: (closed: Omit<ClosedKey, 'campaign'>) => Promise<void>
}

/** The key file and its phrase. */
export function Unlock({ root, onUnlock }: Props) {
  const { words } = useConsoleWords()
  const action = useAction()
  const [file, setFile] = useState<File | null>(null)
  const [phrase, setPhrase] = useState('')
  const [shown, setShown] = useState(false)
  const [tried, setTried] = useState(false)
  const said = words.open

  function submit(event: Event) {
    event.preventDefault()
    setTried(true)
    if (!file) return document.getElementById('key-file')?.focus()
    if (!phrase.trim()) return document.getElementById('key-phrase')?.focus()
    action.run(async () => onUnlock({ root, file: await bytesOf(file), phrase: canonicalPhrase(phrase) }))
  }

  return (
    <form class="console-form stack" onSubmit={submit} noValidate>
      <FilePicker
        id="key-file"
        label={said.file}
        hint={said.fileHint}
        error={tried && !file ? said.noFile : undefined}
        onPick={(picked) => {
          setFile(picked)
          action.clear()
        }}
      />
      <Field
        id="key-phrase"
        label={said.phrase}
        error={tried && !phrase.trim() ? said.noPhrase : undefined}
        type={shown ? 'text' : 'password'}
        value={phrase}
        onInput={(event) => setPhrase(event.currentTarget.value)}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        required
      />
      <Check id="key-show" checked={shown} onChange={setShown}>
        {words.show}
      </Check>
      {action.error !== null && (
        <Notice tone="bad" title={words.failure.title} announce="now">
          {keyProblemWords(action.error, words.keyProblem)}
        </Notice>
      )}
      {action.busy && <Progress id="unlocking" label={said.unlockingLabel} />}
      <Button type="submit" busy={action.busy ? said.unlocking : undefined}>
        {said.unlock}
      </Button>
    </form>
  )
}
