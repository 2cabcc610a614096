import type { ComponentChildren } from 'preact'
import './Pill.css'

/** A state in one or two words. */
export const Pill = ({ tone, children }: { tone?: 'ok' | 'warn' | 'bad' | 'won'; children: ComponentChildren }) => (
  <span class={tone ? `pill ${tone}` : 'pill'}>{children}</span>
)
