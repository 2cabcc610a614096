import type { ComponentChildren } from 'preact'
import { reviewWords } from '../i18n/console-review.ts'
import { filled } from '../i18n/filled.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Pill } from '../ui/Pill.tsx'
import { useConsoleWords } from './console-context.ts'
import { Failure } from './Failure.tsx'
import { Heading } from './Heading.tsx'
import { IDLE_MINUTES } from './idle-clock.ts'
import { OffTablet } from './OffTablet.tsx'
import { OpeningProgress } from './OpeningProgress.tsx'
import { useLeaveGuard } from './place.ts'
import { Unlock } from './Unlock.tsx'
import type { OpeningState, useOpening } from './use-opening.ts'

export type Opened = Extract<OpeningState, { at: 'opened' }>

interface Props {
  title: string
  root: string
  opening: ReturnType<typeof useOpening>
  /** Before the key file is asked for, and below it. */
  before: ComponentChildren
  below?: ComponentChildren
  choose: ComponentChildren
  desk: (opened: Opened) => ComponentChildren
}

/** From the key file to what can be done with what is open, wherever the envelopes come from. */
export function OpeningRoom({ title, root, opening, before, below, choose, desk }: Props) {
  const { words, language, dayOf } = useConsoleWords()
  const { state } = opening
  const said = words.open
  const forgets = reviewWords[language].nav.againSure
  useLeaveGuard(state.at === 'running' ? said.leave : state.at === 'opened' ? forgets : null)

  return (
    <div class="stack">
      <div class="row between">
        {/* Drawn anew when the key is locked, so that the focus does not stay on what is gone. */}
        <Heading key={String(state.at === 'locked')}>{title}</Heading>
        {state.at !== 'locked' && <Unlocked minutesLeft={opening.minutesLeft} onLock={opening.lock} />}
      </div>
      {state.at === 'locked' && (
        <>
          {state.idle && (
            <Notice tone="warn" announce="polite">
              {filled(said.lockedIdle, { n: String(IDLE_MINUTES) })}
            </Notice>
          )}
          {before}
          <OffTablet>
            <Unlock root={root} onUnlock={opening.unlock} />
          </OffTablet>
          {below}
        </>
      )}
      {opening.lacks && (
        <Notice tone="warn" announce="polite" title={said.oldFile}>
          {filled(said.oldFileText, { date: dayOf(opening.lacks.validFrom), n: String(opening.lacks.serial) })}
        </Notice>
      )}
      {(state.at === 'ready' || state.at === 'failed') && (
        <div class="console-form stack">
          {state.at === 'ready' && state.cancelled && <Notice announce="polite">{said.cancelled}</Notice>}
          {state.at === 'failed' && (
            <>
              <Failure error={state.error} />
              <p>{said.failed}</p>
            </>
          )}
          {state.at === 'ready' && <Heading as="h2">{said.readyTitle}</Heading>}
          <p>{said.lead}</p>
          {choose}
        </div>
      )}
      {state.at === 'running' && (
        <OpeningProgress state={state} total={state.total} onPause={opening.setPaused} onCancel={opening.cancel} />
      )}
      {state.at === 'opened' && desk(state)}
    </div>
  )
}

function Unlocked({ minutesLeft, onLock }: { minutesLeft: number; onLock: () => void }) {
  const { words, counted } = useConsoleWords()
  return (
    <div class="row">
      <Pill tone="ok">{words.open.unlocked}</Pill>
      <span class="small muted">{counted(words.open.locksIn, minutesLeft)}</span>
      <Button kind="link" onClick={onLock}>
        {words.open.lock}
      </Button>
    </div>
  )
}
