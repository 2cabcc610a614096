import { actWords } from '../../i18n/acts.ts'
import { formOf, number } from '../../i18n/counting.ts'
import { filled } from '../../i18n/filled.ts'
import { useLanguage, useWords } from '../../i18n/language.tsx'
import { Field } from '../../ui/Field.tsx'
import { fieldId } from '../form-state.ts'

interface Props<Name extends string> {
  name: Name
  label: string
  hint?: string
  optional?: boolean
  rows: number
  most: number
  state: {
    fields: Record<Name, string>
    change: (change: Record<Name, string>) => void
    error: (name: Name) => string | undefined
    left: (name: Name) => void
  }
}

/** From here on, the room that is left is told. */
const NEARLY = 0.85

export function TextArea<Name extends string>({ name, label, hint, optional, rows, most, state }: Props<Name>) {
  const words = useWords(actWords)
  const language = useLanguage()
  const value = state.fields[name]
  const left = most - value.length
  const room =
    value.length > most * NEARLY && left >= 0
      ? filled(formOf(language, left, words.lettersLeft), { n: number(language, left) })
      : ''
  return (
    <Field
      id={fieldId(name)}
      label={optional ? `${label} (${words.optional})` : label}
      hint={[hint, room].filter(Boolean).join(' ') || undefined}
      error={state.error(name)}
    >
      {(wiring) => (
        <textarea
          {...wiring}
          rows={rows}
          value={value}
          onInput={(event) => state.change({ [name]: event.currentTarget.value } as Record<Name, string>)}
          onBlur={() => state.left(name)}
          autocomplete="off"
          autocapitalize="sentences"
          // A browser's checker may send what is written to its maker.
          spellcheck={false}
        />
      )}
    </Field>
  )
}
