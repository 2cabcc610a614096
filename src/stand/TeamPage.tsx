import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { standWords } from '../i18n/stand.ts'
import { Button } from '../ui/Button.tsx'
import { Mark } from '../ui/Mark.tsx'
import { TeamContext } from './team-context.ts'

interface Props {
  children: ComponentChildren
  /** What is done here, always at the bottom where the thumb is. */
  foot?: ComponentChildren
  /** For a room with margins of its own. */
  wide?: boolean
}

/** What is around each of the team's screens. */
export function TeamPage({ children, foot, wide }: Props) {
  const words = useWords(standWords)
  const other = useLanguage() === 'fr' ? 'en' : 'fr'
  const { onSpeak } = useContext(TeamContext)
  return (
    <div class="team">
      <header class="team-top row between">
        <span class="team-brand">
          <Mark />
          Paraphe
        </span>
        <Button kind="link" onClick={() => onSpeak(other)}>
          <span lang={other}>{words.otherLanguage}</span>
        </Button>
      </header>
      <main class={wide ? 'team-wide' : 'team-main stack'}>{children}</main>
      {foot && <div class="team-foot stack">{foot}</div>}
    </div>
  )
}
