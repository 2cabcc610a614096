import type { ComponentChildren } from 'preact'
import './Notice.css'

interface Props {
  tone?: 'info' | 'ok' | 'warn' | 'bad'
  title?: ComponentChildren
  icon?: ComponentChildren
  /** Read out when it appears: `polite` waits its turn, `now` interrupts. */
  announce?: 'polite' | 'now'
  children?: ComponentChildren
}

/** Something to know, set apart; the words carry the tone, colour only underlines it. */
export function Notice({ tone = 'info', title, icon, announce, children }: Props) {
  return (
    <div class={`notice ${tone}`} role={announce && (announce === 'now' ? 'alert' : 'status')}>
      {icon}
      <div class="notice-words grow">
        {title && <p class="notice-title">{title}</p>}
        {typeof children === 'string' ? <p>{children}</p> : children}
      </div>
    </div>
  )
}
