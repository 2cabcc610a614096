import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import { useLanguage } from '../i18n/language.tsx'
import { LANGUAGE_NAMES } from '../i18n/language-names.ts'
import { nextLanguage } from '../i18n/languages.ts'
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
  const other = nextLanguage(useLanguage())
  const { onSpeak } = useContext(TeamContext)
  return (
    <div class="team">
      <header class="team-top row between">
        <span class="team-brand">
          <Mark />
          Paraphe
        </span>
        <Button kind="link" onClick={() => onSpeak(other)}>
          <span lang={other}>{LANGUAGE_NAMES[other].name}</span>
        </Button>
      </header>
      <main class={wide ? 'team-wide' : 'team-main stack'}>{children}</main>
      {foot && <div class="team-foot stack">{foot}</div>}
    </div>
  )
}
