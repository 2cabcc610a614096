import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Field } from '../ui/Field.tsx'
import { useConsoleWords } from './console-context.ts'

interface Props {
  id: string
  label: ComponentChildren
  hint?: ComponentChildren
  error?: ComponentChildren
  onPick: (file: File | null) => void
}

/**
 * Chooses one file, or takes one that is dropped on it. The real input lies unseen over words in the console's own language; the
 * browser's would be in the browser's. No `accept`: phones grey out what they have no type for, and .age is such an ending.
 */
export function FilePicker({ id, label, hint, error, onPick }: Props) {
  const { words } = useConsoleWords()
  const [name, setName] = useState('')

  function pick(file: File | null) {
    setName(file?.name ?? '')
    onPick(file)
  }

  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(wiring) => (
        <div class={error ? 'input console-file wrong' : 'input console-file'}>
          <span class="console-file-button" aria-hidden="true">
            {name ? words.chooseOther : words.chooseFile}
          </span>
          <span class="console-file-name">{name || words.noFileYet}</span>
          <input
            {...wiring}
            class={undefined}
            type="file"
            onChange={(event) => pick(event.currentTarget.files?.[0] ?? null)}
          />
        </div>
      )}
    </Field>
  )
}

/** The whole file; a key file is small. */
export const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer())
