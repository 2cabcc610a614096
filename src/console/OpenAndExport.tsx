import { filled } from '../i18n/filled.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Pill } from '../ui/Pill.tsx'
import { useConsoleWords } from './console-context.ts'
import { ChooseWhat } from './desk/ChooseWhat.tsx'
import { Desk } from './desk/Desk.tsx'
import { Failure } from './Failure.tsx'
import { Heading } from './Heading.tsx'
import { IDLE_MINUTES } from './idle-clock.ts'
import { OffTablet } from './OffTablet.tsx'
import { OpeningProgress } from './OpeningProgress.tsx'
import { hrefOf, useLeaveGuard } from './place.ts'
import { Unlock } from './Unlock.tsx'
import type { CampaignSummary } from './use-campaigns.ts'
import { useOpening } from './use-opening.ts'

/** Chooses the key file, opens what was received in this browser's memory, reviews it, and saves files of it. */
export function OpenAndExport({ campaign }: { campaign: CampaignSummary }) {
  const { words } = useConsoleWords()
  const opening = useOpening(campaign.id)
  const { state } = opening
  const said = words.open
  useLeaveGuard(state.at === 'running' ? said.leave : null)

  if (!campaign.root) {
    return (
      <div class="console-form stack">
        <Heading>{said.title}</Heading>
        <p>{said.noKey}</p>
        <ButtonLink href={hrefOf({ screen: 'key', campaign: campaign.id })}>{words.overview.makeKey}</ButtonLink>
      </div>
    )
  }

  return (
    <div class="stack">
      <div class="row between">
        {/* Drawn anew when the key is locked, so that the focus does not stay on what is gone. */}
        <Heading key={String(state.at === 'locked')}>{said.title}</Heading>
        {state.at !== 'locked' && <Unlocked minutesLeft={opening.minutesLeft} onLock={opening.lock} />}
      </div>
      {state.at === 'locked' && (
        <>
          {state.idle && (
            <Notice tone="warn" announce="polite">
              {filled(said.lockedIdle, { n: String(IDLE_MINUTES) })}
            </Notice>
          )}
          <p class="console-lead">{said.lead}</p>
          <OffTablet>
            <Unlock root={campaign.root} onUnlock={opening.unlock} />
          </OffTablet>
        </>
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
          <ChooseWhat campaign={campaign} onStart={opening.start} />
        </div>
      )}
      {state.at === 'running' && (
        <OpeningProgress state={state} total={state.total} onPause={opening.setPaused} onCancel={opening.cancel} />
      )}
      {state.at === 'opened' && (
        <Desk
          campaign={campaign}
          published={state.campaign}
          desk={state.desk}
          first={state.first}
          filter={state.filter}
          onChooseAgain={opening.chooseAgain}
        />
      )}
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
