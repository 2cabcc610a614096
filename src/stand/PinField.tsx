import { Field } from '../ui/Field.tsx'

interface Props {
  id: string
  label: string
  value: string
  error?: string | undefined
  onType: (digits: string) => void
}

/** Digits that nobody reads over a shoulder, on a keyboard of digits. No password manager shall offer to keep them. */
export const PinField = ({ id, label, value, error, onType }: Props) => (
  <Field
    id={id}
    label={label}
    error={error}
    type="password"
    inputMode="numeric"
    autocomplete="one-time-code"
    maxLength={8}
    value={value}
    onInput={(event) => onType(event.currentTarget.value)}
  />
)
