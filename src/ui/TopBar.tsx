import type { ComponentChildren } from 'preact'
import { Mark } from './Mark.tsx'
import './TopBar.css'

interface Props {
  /** Where the mark leads. */
  home: string
  name: string
  /** A language link, a state. */
  children?: ComponentChildren
}

export const TopBar = ({ home, name, children }: Props) => (
  <header class="top-bar">
    <a class="top-brand" href={home}>
      <Mark />
      <span class="top-name">{name}</span>
    </a>
    <div class="top-end">{children}</div>
  </header>
)
