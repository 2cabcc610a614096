import { speakHere } from '../i18n/speak-here.ts'
import '../i18n/en/chapter.ts'
import './kiosk/kiosk.css'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { Campaign, Counts } from '../../protocol/campaign.ts'
import { signable } from '../../protocol/reading.ts'
import { formWords } from '../i18n/form.ts'
import { LanguageContext, useSay, useWords } from '../i18n/language.tsx'
import { standKioskWords } from '../i18n/stand-kiosk.ts'
import { Button } from '../ui/Button.tsx'
import { Mark } from '../ui/Mark.tsx'
import { FormScreen } from './kiosk/FormScreen.tsx'
import { IdleScreen } from './kiosk/IdleScreen.tsx'
import { watchKeyboard } from './kiosk/keyboard-room.ts'
import { LanguageButtons } from './kiosk/LanguageButtons.tsx'
import { LeaveMark } from './kiosk/LeaveMark.tsx'
import type { Send } from './kiosk/parts.ts'
import { StillThere } from './kiosk/StillThere.tsx'
import type { Setting } from './kiosk/steps.ts'
import { ThanksScreen } from './kiosk/ThanksScreen.tsx'
import { useLoop } from './kiosk/use-loop.ts'
import { useWaiting } from './kiosk/use-waiting.ts'
import type { Kiosk as State } from './kiosk.ts'
import { fillScreen, leaveFullScreen, stayAwake } from './screen-lock.ts'
import type { Standing } from './standing.ts'

interface Props {
  campaign: Campaign
  standing: Standing
  counts: Counts
  /** The coordinators took this tablet back. */
  revoked: boolean
  /** The loop was left, and holds nothing of anybody any more. */
  onLeave: () => void
  /** Asks the team for the stand's PIN, above the loop; it may go back to its first screen meanwhile. */
  askPin: () => Promise<boolean>
}

/** The full-screen loop that is handed to passers-by. */
export function Kiosk({ campaign, standing, counts, revoked, onLeave, askPin }: Props) {
  const { stand } = standing
  const { petitions } = stand
  const setting: Setting = useMemo(
    () => ({
      campaign,
      petitions: signable(campaign)
        .map((it) => it.id)
        .filter((it) => petitions.includes(it)),
      revoked,
    }),
    [campaign, petitions, revoked],
  )
  const { kiosk, send } = useLoop(setting, stand)
  const waiting = useWaiting(send)
  const room = useRef<HTMLDivElement>(null)
  useEffect(stayAwake, [])
  useEffect(() => (room.current ? watchKeyboard(room.current) : undefined), [])
  useEffect(() => {
    speakHere(kiosk.language)
  }, [kiosk.language])
  const leave = async () => {
    if (!(await askPin())) return
    send({ type: 'leave' })
    await leaveFullScreen()
    onLeave()
  }
  return (
    <LanguageContext.Provider value={kiosk.language}>
      <div class="kiosk" ref={room}>
        <Screen kiosk={kiosk} setting={setting} counts={counts} waiting={waiting} send={send} leave={leave} />
        <Cover campaign={campaign} />
      </div>
    </LanguageContext.Provider>
  )
}

interface ScreenProps {
  kiosk: State
  setting: Setting
  counts: Counts
  waiting: number
  send: Send
  leave: () => void
}

function Screen({ kiosk, setting, counts, waiting, send, leave }: ScreenProps) {
  const { screen, secondsLeft, stopped } = kiosk
  const { sealing, sending } = useWords(formWords)
  const asks = secondsLeft !== null && screen.at !== 'thanks' ? secondsLeft : null
  const begin = (only?: string) => {
    send({ type: 'begin', ...(only ? { only } : {}) })
    void fillScreen()
  }
  const below = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Whoever comes next begins at the top, and a screen reader says where that is.
    if (screen.at === 'idle' || screen.at === 'thanks') below.current?.querySelector('h1')?.focus()
  }, [screen.at])
  return (
    <>
      <div class="kiosk-page" ref={below} inert={asks !== null}>
        <Head setting={setting} idle={screen.at === 'idle'} clears={screen.at === 'form'} send={send} leave={leave} />
        {screen.at === 'idle' && (
          <IdleScreen setting={setting} counts={counts} waiting={waiting} stopped={stopped} send={send} begin={begin} />
        )}
        {screen.at === 'form' && <FormScreen key={screen.round} setting={setting} form={screen} send={send} />}
        {screen.at === 'saving' && (
          <FormScreen
            key={screen.form.round}
            setting={setting}
            form={screen.form}
            send={send}
            busy={screen.sending ? sending : sealing}
          />
        )}
        {screen.at === 'thanks' && (
          <ThanksScreen campaign={setting.campaign} thanks={screen} seconds={secondsLeft} send={send} />
        )}
      </div>
      {asks !== null && <StillThere seconds={asks} send={send} />}
    </>
  )
}

interface HeadProps {
  setting: Setting
  idle: boolean
  clears: boolean
  send: Send
  leave: () => void
}

function Head({ setting, idle, clears, send, leave }: HeadProps) {
  const words = useWords(standKioskWords)
  const say = useSay()
  return (
    <header class="kiosk-head">
      <LeaveMark leave={leave} />
      <p class="kiosk-name">{say(setting.campaign.name)}</p>
      <LanguageButtons campaign={setting.campaign} others={!idle} send={send} />
      {clears && (
        <Button kind="link" onClick={() => send({ type: 'end' })}>
          {words.clear}
        </Button>
      )}
    </header>
  )
}

/** Always there and mostly unseen, so that it takes one word on the page to show it; see cover.ts. */
function Cover({ campaign }: { campaign: Campaign }) {
  const words = useWords(standKioskWords)
  const say = useSay()
  return (
    <div class="kiosk-cover night">
      <Mark large />
      <p class="kiosk-cover-name">{say(campaign.name)}</p>
      <p class="muted">{words.covered}</p>
    </div>
  )
}
