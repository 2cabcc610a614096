import type { ComponentChildren } from 'preact'
import './Check.css'
import './Field.css'

interface Props {
  id: string
  checked: boolean
  onChange: (checked: boolean) => void
  /** What ticking it says. */
  children: ComponentChildren
  /** Small print below; it is read with the box. */
  hint?: ComponentChildren
  error?: ComponentChildren
  required?: boolean
}

/** One thing that a person agrees to, or not. It starts unticked. */
export function Check({ id, checked, onChange, children, hint, error, required }: Props) {
  const hintId = hint ? `${id}-hint` : ''
  const errorId = error ? `${id}-error` : ''
  return (
    <div class="check">
      <label class="check-line">
        <input
          type="checkbox"
          class="check-box"
          id={id}
          checked={checked}
          onChange={(event) => onChange(event.currentTarget.checked)}
          required={required}
          aria-invalid={error ? true : undefined}
          aria-describedby={[errorId, hintId].filter(Boolean).join(' ') || undefined}
        />
        <span>{children}</span>
      </label>
      {error && (
        <p class="field-error" id={errorId}>
          {error}
        </p>
      )}
      {hint && (
        <div class="field-hint" id={hintId}>
          {hint}
        </div>
      )}
    </div>
  )
}
