import type { ComponentChildren } from 'preact'

/** Plainer than other plain pages: what is shown where something is missing needs as little as can be. */
export const Nowhere = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <div class="column page plain-page stack">
    <h1 tabIndex={-1}>{title}</h1>
    {children}
  </div>
)
