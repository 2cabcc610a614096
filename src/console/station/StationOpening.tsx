import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { ExportFilter } from '../../../protocol/review-routes.ts'
import { Button } from '../../ui/Button.tsx'
import { ChooseWhat } from '../desk/ChooseWhat.tsx'
import { Desk } from '../desk/Desk.tsx'
import type { Total } from '../desk/filter-draft.ts'
import type { CheckedDump } from '../export/read-dump.ts'
import { type Opened, OpeningRoom } from '../OpeningRoom.tsx'
import type { Summary } from '../review/room.ts'
import type { CampaignSummary } from '../use-campaigns.ts'
import { useOpening } from '../use-opening.ts'
import { dumpSource, summaryOf } from './dump-source.ts'
import { KeepDecisions } from './KeepDecisions.tsx'
import type { StationKeeper } from './station-keeper.ts'
import { useStationWords } from './use-station-words.ts'

interface Props {
  dump: CheckedDump
  keeper: StationKeeper
  about: ComponentChildren
  onOther: () => void
}

/** The same opening, review and files as in the console, from a copy. */
export function StationOpening({ dump, keeper, about, onOther }: Props) {
  const { said } = useStationWords()
  const campaign = useMemo(() => summaryOf(dump), [dump])
  // What was decided here stands also when the copy is opened once more.
  const source = useMemo(() => dumpSource(dump, () => keeper.content.decisions), [dump, keeper])
  const opening = useOpening(campaign.id, dump.head.keys[0] ?? null, source)
  return (
    <>
      <OpeningRoom
        title={said.title}
        root={dump.head.root as string}
        opening={opening}
        before={about}
        below={
          <Button kind="link" onClick={onOther}>
            {said.other}
          </Button>
        }
        choose={<ChooseWhat campaign={campaign} runs={null} stands={[]} useTotal={totalOf} onStart={opening.start} />}
        desk={(opened) => (
          <StationDesk
            dump={dump}
            campaign={campaign}
            keeper={keeper}
            opened={opened}
            onChooseAgain={opening.chooseAgain}
          />
        )}
      />
      <KeepDecisions keeper={keeper} />
    </>
  )
}

/** Counting by a filter would read the whole copy once more: it says how many it holds. */
const totalOf = (campaign: CampaignSummary, filter: ExportFilter | null): Total | null =>
  filter === null ? null : { count: campaign.envelopes, aside: 0 }

interface DeskProps {
  dump: CheckedDump
  campaign: CampaignSummary
  keeper: StationKeeper
  opened: Opened
  onChooseAgain: () => void
}

function StationDesk({ dump, campaign, keeper, opened: { desk, first, wording }, onChooseAgain }: DeskProps) {
  const [settled, setSettled] = useState<Summary | null>(keeper.withdrawn.length === 0 ? first : null)
  useEffect(() => {
    // Taken out in an earlier sitting: the copy holds it still.
    const takeOut = async () => {
      let summary = first
      for (const envelope of keeper.withdrawn) summary = (await desk.ask('forget', { envelope })).summary
      setSettled(summary)
    }
    if (!settled) takeOut().catch(console.error)
  }, [desk])
  if (!settled) return null
  return (
    <Desk
      campaign={campaign}
      wording={wording}
      desk={desk}
      first={settled}
      keeper={keeper}
      run={null}
      withdrawn={[...dump.withdrawn.envelopes]}
      onChooseAgain={onChooseAgain}
    />
  )
}
