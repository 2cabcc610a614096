import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Enrolled, Notes } from '../outbox/notes.ts'
import { StorageFailure, type StorageProblem } from '../outbox/storage.ts'
import { localDay } from '../outbox/team-tally.ts'
import { storage } from '../outbox/this-device.ts'
import { AskPin } from './AskPin.tsx'
import { CheckScreen } from './CheckScreen.tsx'
import { EndOfDay } from './EndOfDay.tsx'
import { Kiosk } from './Kiosk.tsx'
import { Menu } from './Menu.tsx'
import { NoCampaign } from './NoCampaign.tsx'
import { PaperMode } from './PaperMode.tsx'
import { PrintScreen } from './PrintScreen.tsx'
import { type Room, roomOf } from './room.ts'
import { Tally } from './Tally.tsx'
import { TeamPage } from './TeamPage.tsx'
import type { Desk } from './use-desk.ts'
import { useStandCampaign } from './use-stand-campaign.ts'
import { useStandNow } from './use-stand-now.ts'

interface Props {
  desk: Desk
  enrolled: Enrolled
  onEnrol: () => void
}

/** The rooms of an enrolled tablet, and the door between the kiosk and the others. */
export function Rooms({ desk, enrolled, onEnrol }: Props) {
  // From then on only the team changes rooms: a check that has passed stays until it was read.
  const [room, setRoom] = useState(() => roomOf(desk, null, localDay(new Date())))
  const [asked, setAsked] = useState<((ok: boolean) => void) | null>(null)
  const { data, failed, load } = useStandCampaign(enrolled.stand.campaign)
  useStandNow(enrolled)

  const [trouble, setTrouble] = useState<StorageProblem | null>(null)
  const refused = (error: unknown) => {
    if (!(error instanceof StorageFailure)) throw error
    setTrouble(error.problem)
  }
  const note = async (open: Notes['open'] | null) => {
    setTrouble(null)
    await storage.write((tx) => tx.putNote('open', open))
  }

  const go = async (wanted: Room) => {
    const next = roomOf(desk, wanted, localDay(new Date()))
    // On disk first: from the moment that it is handed out, no reload leads anywhere else.
    if (next === 'kiosk') await note({ at: Date.now() }).then(() => setRoom(next), refused)
    else setRoom(next)
  }
  // The team gave its PIN: it is let out, and a note that could not be taken back only asks for the PIN once more.
  const leaveKiosk = () => {
    setRoom('menu')
    note(null).catch(refused)
  }
  const askPin = () => new Promise<boolean>((resolve) => setAsked(() => resolve))
  const answer = (ok: boolean) => {
    setAsked(null)
    asked?.(ok)
  }

  if (!data) return <NoCampaign failed={failed} again={load} />
  const { campaign, counts } = data
  const toMenu = () => setRoom('menu')
  const own = { campaign, standing: enrolled, onLeave: toMenu }
  const rooms: Record<Room, () => VNode> = {
    menu: () => <Menu standing={enrolled} desk={desk} trouble={trouble} onGo={go} onEnrol={onEnrol} />,
    check: () => <CheckScreen enrolled={enrolled} campaign={campaign} onDone={toMenu} />,
    kiosk: () => (
      <Kiosk {...own} counts={counts} revoked={enrolled.revoked === true} askPin={askPin} onLeave={leaveKiosk} />
    ),
    paper: () => <TeamPage wide children={<PaperMode {...own} />} />,
    print: () => <TeamPage wide children={<PrintScreen {...own} />} />,
    tally: () => <TeamPage wide children={<Tally {...own} />} />,
    day: () => <TeamPage wide children={<EndOfDay standing={enrolled} askPin={askPin} onLeave={toMenu} />} />,
  }
  return (
    <>
      <div inert={asked !== null}>{rooms[room]()}</div>
      {asked && (
        <div class="team-over">
          <AskPin onRight={() => answer(true)} onCancel={() => answer(false)} />
        </div>
      )}
    </>
  )
}
