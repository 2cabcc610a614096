import type { ComponentChildren } from 'preact'
import './Progress.css'

interface Props {
  id: string
  /** What is going on; no bar without words. */
  label: ComponentChildren
  /** How far, in words: "1 200 sur 3 418". */
  words?: ComponentChildren
  /** Without a value it only says that something goes on. */
  value?: number
  max?: number
}

export const Progress = ({ id, label, words, value, max = 1 }: Props) => (
  <div class="progress">
    <p class="progress-words">
      <span id={id}>{label}</span>
      {words && <span>{words}</span>}
    </p>
    <progress aria-labelledby={id} value={value} max={max} />
  </div>
)
