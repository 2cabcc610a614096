import { useMemo } from 'preact/hooks'
import { ButtonLink } from '../ui/Button.tsx'
import { useConsoleWords, useSession } from './console-context.ts'
import { ChooseWhat } from './desk/ChooseWhat.tsx'
import { Desk } from './desk/Desk.tsx'
import { serverKeeper } from './desk/keeper.ts'
import { useRun } from './desk/use-run.ts'
import { useServerChoices, useServerTotal } from './desk/use-server-choices.ts'
import { Heading } from './Heading.tsx'
import { type Opened, OpeningRoom } from './OpeningRoom.tsx'
import { serverSource } from './opening-source.ts'
import { hrefOf } from './place.ts'
import { SaveDump } from './station/SaveDump.tsx'
import type { CampaignSummary } from './use-campaigns.ts'
import { useOpening } from './use-opening.ts'

/** Chooses the key file, opens what was received in this browser's memory, reviews it, and saves files of it. */
export function OpenAndExport({ campaign }: { campaign: CampaignSummary }) {
  const { words } = useConsoleWords()
  const session = useSession()
  const source = useMemo(() => serverSource(session, campaign.id), [session, campaign.id])
  const opening = useOpening(campaign.id, campaign.sealingKey, source)
  const said = words.open

  if (campaign.destroyed) {
    return (
      <div class="console-form stack">
        <Heading>{said.title}</Heading>
        <p>{said.destroyed}</p>
        <ButtonLink href={hrefOf({ screen: 'deliver', campaign: campaign.id })}>{said.certificate}</ButtonLink>
      </div>
    )
  }
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
    <OpeningRoom
      title={said.title}
      root={campaign.root}
      opening={opening}
      before={<p class="console-lead">{said.lead}</p>}
      below={<SaveDump campaign={campaign} />}
      choose={<ChooseFromServer campaign={campaign} onStart={opening.start} />}
      desk={(opened) => <ServerDesk campaign={campaign} opened={opened} onChooseAgain={opening.chooseAgain} />}
    />
  )
}

function ChooseFromServer({
  campaign,
  onStart,
}: {
  campaign: CampaignSummary
  onStart: ReturnType<typeof useOpening>['start']
}) {
  const { runs, stands } = useServerChoices(campaign.id)
  return <ChooseWhat campaign={campaign} runs={runs} stands={stands} useTotal={useServerTotal} onStart={onStart} />
}

interface DeskProps {
  campaign: CampaignSummary
  opened: Opened
  onChooseAgain: () => void
}

function ServerDesk({ campaign, opened: { desk, first, filter, wording }, onChooseAgain }: DeskProps) {
  const session = useSession()
  const keeper = useMemo(() => serverKeeper(session, campaign.id), [session, campaign.id])
  const run = useRun(desk, campaign.id, filter)
  return (
    <Desk
      campaign={campaign}
      wording={wording}
      desk={desk}
      first={first}
      keeper={keeper}
      run={run}
      withdrawn={run.withdrawn}
      onChooseAgain={onChooseAgain}
    />
  )
}
