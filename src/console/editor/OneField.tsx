import type { ComponentChildren } from 'preact'
import { Field } from '../../ui/Field.tsx'
import { useEditing, useEditorWords } from './editor-context.ts'

interface Props {
  path: string
  label: string
  hint?: ComponentChildren
  maxLength?: number
}

const idOf = (path: string) => `edit-${path.replace(/\W+/g, '-')}`

/** A text that is the same in every language. */
export function LineField({ path, label, hint, maxLength, onChange }: Props & { onChange?: (text: string) => void }) {
  const { said } = useEditorWords()
  const { at, put, wrongAt } = useEditing()
  const problem = wrongAt(path)
  return (
    <Field
      id={idOf(path)}
      label={label}
      hint={hint}
      error={problem && said.problems[problem.why]}
      value={String(at(path) ?? '')}
      maxLength={maxLength}
      autocomplete="off"
      onInput={(event) => (onChange ?? ((text) => put(path, text)))(event.currentTarget.value)}
    />
  )
}

/** The same in several lines: an address. Empty, it is not there. */
export function LinesField({ path, label, hint, rows }: Props & { rows: number }) {
  const { said } = useEditorWords()
  const { at, put, wrongAt } = useEditing()
  const problem = wrongAt(path)
  return (
    <Field id={idOf(path)} label={label} hint={hint} error={problem && said.problems[problem.why]}>
      {(wiring) => (
        <textarea
          {...wiring}
          rows={rows}
          value={String(at(path) ?? '')}
          autocomplete="off"
          onInput={(event) => put(path, event.currentTarget.value || undefined)}
        />
      )}
    </Field>
  )
}

interface DateProps extends Props {
  min?: string
  /** To read only. */
  fixed?: boolean
}

/** A calendar date. What is half typed is no date yet, and changes nothing. */
export function DateField({ path, label, hint, min, fixed }: DateProps) {
  const { at, put } = useEditing()
  return (
    <Field id={idOf(path)} label={label} hint={hint}>
      {(wiring) => (
        <input
          {...wiring}
          type="date"
          value={String(at(path) ?? '')}
          min={min}
          readOnly={fixed}
          onInput={(event) => !fixed && event.currentTarget.value && put(path, event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

interface NumberProps extends Props {
  min: number
  max: number
  /** An empty field takes the number away. */
  optional?: boolean
}

export function NumberField({ path, label, hint, min, max, optional }: NumberProps) {
  const { at, put } = useEditing()
  return (
    <Field id={idOf(path)} label={label} hint={hint}>
      {(wiring) => (
        <input
          {...wiring}
          type="number"
          inputMode="numeric"
          min={min}
          max={max}
          value={String(at(path) ?? '')}
          onInput={({ currentTarget: { value } }) => {
            const n = Number(value)
            if (value === '' && optional) put(path, undefined)
            else if (value !== '' && Number.isInteger(n) && n >= min && n <= max) put(path, n)
          }}
        />
      )}
    </Field>
  )
}
