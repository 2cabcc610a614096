import type { ComponentChildren } from 'preact'
import './Choice.css'

interface Props<Value extends string> {
  name: string
  legend: ComponentChildren
  options: readonly { value: Value; label: string }[]
  value: Value
  onChange: (value: Value) => void
}

/** One of a few short answers, side by side: a radio group. */
export function Choice<Value extends string>({ name, legend, options, value, onChange }: Props<Value>) {
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      <div class="choice-row">
        {options.map((it) => (
          <label class={it.value === value ? 'choice-one on' : 'choice-one'} key={it.value}>
            <input
              type="radio"
              name={name}
              value={it.value}
              checked={it.value === value}
              onChange={() => onChange(it.value)}
            />
            <span>{it.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
