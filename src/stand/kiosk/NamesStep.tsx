import { useRef } from 'preact/hooks'
import { formWords } from '../../i18n/form.ts'
import { useWords } from '../../i18n/language.tsx'
import { KioskField } from './KioskField.tsx'
import type { StepProps } from './parts.ts'

export function NamesStep({ form, send, error, next }: StepProps & { next: () => void }) {
  const words = useWords(formWords)
  const last = useRef<HTMLInputElement>(null)
  return (
    <div class="kiosk-pair">
      <KioskField
        id="kiosk-first"
        kind="name"
        label={words.firstName}
        value={form.fields.firstName}
        error={error('firstName')}
        onType={(firstName) => send({ type: 'change', fields: { firstName } })}
        onEnter={() => last.current?.focus()}
      />
      <KioskField
        id="kiosk-last"
        kind="name"
        label={words.lastName}
        value={form.fields.lastName}
        error={error('lastName')}
        onType={(lastName) => send({ type: 'change', fields: { lastName } })}
        onEnter={next}
        inputRef={last}
      />
    </div>
  )
}
