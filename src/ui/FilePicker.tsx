import './FilePicker.css'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Field } from './Field.tsx'

interface Props {
  id: string
  label: ComponentChildren
  hint?: ComponentChildren
  error?: ComponentChildren
  words: { chooseFile: string; chooseOther: string; noFileYet: string }
  onPick: (file: File | null) => void
}

/**
 * Chooses one file, or takes one that is dropped on it. The real input lies unseen over words in the page's own language; the
 * browser's would be in the browser's. No `accept`: phones grey out what they have no type for.
 */
export function FilePicker({ id, label, hint, error, words, onPick }: Props) {
  const [name, setName] = useState('')

  function pick(input: HTMLInputElement) {
    const file = input.files?.[0] ?? null
    setName(file?.name ?? '')
    onPick(file)
    // So that the same file can be chosen once more.
    input.value = ''
  }

  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(wiring) => (
        <div class={error ? 'input file-picker wrong' : 'input file-picker'}>
          <span class="file-picker-button" aria-hidden="true">
            {name ? words.chooseOther : words.chooseFile}
          </span>
          <span class="file-picker-name">{name || words.noFileYet}</span>
          <input {...wiring} class={undefined} type="file" onChange={(event) => pick(event.currentTarget)} />
        </div>
      )}
    </Field>
  )
}
