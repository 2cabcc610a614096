import type { ComponentChildren } from 'preact'
import { Mark } from '../../ui/Mark.tsx'

/** A page with one thing to say: not found, nothing here yet, loading. */
export const PlainPage = ({ title, children }: { title: string; children?: ComponentChildren }) => (
  <div class="column page plain-page stack">
    <Mark large />
    <h1 tabIndex={-1}>{title}</h1>
    {children}
  </div>
)
