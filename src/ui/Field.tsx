import type { ComponentChildren, Ref } from 'preact'
import './Field.css'

/** What an input needs so that its label, hint and error belong to it; spread it onto the input. */
export interface Wiring {
  id: string
  class: 'input'
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

interface Props {
  /** The input's id, unique on the page. Written out and not generated, so that server and browser agree on it. */
  id: string
  label: ComponentChildren
  hint?: ComponentChildren
  error?: ComponentChildren
  /** Another control than an input: `{(wiring) => <select {...wiring}>…</select>}`. */
  children?: (wiring: Wiring) => ComponentChildren

  type?: 'text' | 'email' | 'tel' | 'password' | 'search'
  name?: string
  value?: string
  onInput?: (event: InputEvent & { currentTarget: HTMLInputElement }) => void
  onBlur?: () => void
  inputRef?: Ref<HTMLInputElement>
  autocomplete?: string
  autocapitalize?: 'off' | 'words' | 'characters' | 'sentences'
  inputMode?: 'text' | 'tel' | 'email' | 'numeric'
  enterkeyhint?: 'next' | 'done' | 'send'
  maxLength?: number
  list?: string
  placeholder?: string
  required?: boolean
  spellcheck?: boolean
  readOnly?: boolean
}

/** A label above its input, a hint below, and what is wrong in words beside it. */
export function Field({ id, label, hint, error, inputRef, children, ...input }: Props) {
  const hintId = hint ? `${id}-hint` : ''
  const errorId = error ? `${id}-error` : ''
  const wiring: Wiring = {
    id,
    class: 'input',
    'aria-describedby': [errorId, hintId].filter(Boolean).join(' ') || undefined,
    'aria-invalid': error ? true : undefined,
  }
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      {children ? children(wiring) : <input {...(input as object)} {...wiring} ref={inputRef} />}
      {error && (
        <p class="field-error" id={errorId}>
          {error}
        </p>
      )}
      {hint && (
        <p class="field-hint" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  )
}
