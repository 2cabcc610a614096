import type { Ref } from 'preact'
import { Field } from '../../ui/Field.tsx'

interface Props {
  id: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  value: string
  onType: (value: string) => void
  /** Which keyboard comes up. */
  kind: 'name' | 'phone' | 'email' | 'place' | 'code'
  /** The keyboard's own key for going on. */
  onEnter: () => void
  inputRef?: Ref<HTMLInputElement>
}

const KEYBOARDS = {
  name: { type: 'text', inputMode: 'text', autocapitalize: 'words' },
  place: { type: 'text', inputMode: 'text', autocapitalize: 'words' },
  phone: { type: 'tel', inputMode: 'tel', autocapitalize: 'off' },
  email: { type: 'email', inputMode: 'email', autocapitalize: 'off' },
  code: { type: 'text', inputMode: 'text', autocapitalize: 'characters' },
} as const

/**
 * What browsers, keyboards and password managers are asked so that they neither offer nor learn what people type here. No `name`,
 * and no form around it: both are how they notice.
 */
const UNLEARNT = {
  autocomplete: 'off',
  autocorrect: 'off',
  spellcheck: false,
  writingsuggestions: 'false',
  'data-1p-ignore': true,
  'data-bwignore': true,
  'data-lpignore': 'true',
  'data-form-type': 'other',
}

export function KioskField({ id, label, hint, error, value, onType, kind, onEnter, inputRef }: Props) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(wiring) => (
        <input
          {...wiring}
          {...UNLEARNT}
          {...KEYBOARDS[kind]}
          ref={inputRef}
          enterkeyhint="next"
          value={value}
          onInput={(event) => onType(event.currentTarget.value)}
          onKeyDown={(event) => {
            // Enter also ends a word that an input method is still composing.
            if (event.key !== 'Enter' || event.isComposing) return
            event.preventDefault()
            onEnter()
          }}
        />
      )}
    </Field>
  )
}
