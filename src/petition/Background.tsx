// What begins once a page is painted and its form answers: the worker, sending, the pinned root. It brings Dexie with it.
import { useEffect, useState } from 'preact/hooks'
import type { Campaign } from '../../protocol/campaign.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { splitPath } from '../i18n/languages.ts'
import { publicWords } from '../i18n/public.ts'
import { startSending } from '../outbox/sending.ts'
import { applyUpdate, holdUpdates, onUpdateWaiting, startWorker, warmCache } from '../outbox/sw-bridge.ts'
import { watch } from '../outbox/this-device.ts'
import { Button } from '../ui/Button.tsx'
import { isInUse, onUseChange } from './in-use.ts'
import type { Held } from './pages/held.ts'
import { outboxPath } from './pages/place.ts'
import { trustedKey } from './trust.ts'

interface Props {
  campaign: Campaign | null
  address: string
  /** What waits here, in words for each petition. */
  onHeld: (held: Held) => void
  /** Has letters and joining here for a time without network; given by the house's top floor, which alone knows their room. */
  prepareActs: () => Promise<void>
}

export function Background({ campaign, address, onHeld, prepareActs }: Props) {
  const [signed, setSigned] = useState(false)
  useEffect(() => {
    startWorker()
    startSending()
    return keepFormsFromUpdates()
  }, [])
  useEffect(() => warmCache([address]), [address])
  useEffect(() => {
    // A phone pins the root at its first visit. What the answer means is said when somebody signs.
    if (campaign) trustedKey(campaign).catch(console.error)
  }, [campaign])
  useEffect(() => {
    if (!signed) return
    const prepare = () => void prepareActs().catch(() => {})
    const soon = setTimeout(prepare, THEN_MS)
    window.addEventListener('online', prepare)
    return () => {
      clearTimeout(soon)
      window.removeEventListener('online', prepare)
    }
  }, [signed])
  return (
    <>
      <UpdateNotice />
      <Holds
        line={!/^\/(envois|retrait)$/.test(splitPath(address).path)}
        campaign={campaign?.id ?? ''}
        onHeld={onHeld}
        onSigned={() => setSigned(true)}
      />
    </>
  )
}

/** Whoever has signed is offered more, and may have no network by then. What was signed goes first on a slow line. */
const THEN_MS = 3000

/** No new version comes while somebody is in the middle of something. */
export function keepFormsFromUpdates(): () => void {
  let release: (() => void) | undefined
  const look = () => {
    if (isInUse()) release ??= holdUpdates()
    else {
      release?.()
      release = undefined
    }
  }
  look()
  const end = onUseChange(look)
  return () => {
    end()
    release?.()
  }
}

export function UpdateNotice() {
  const words = useWords(publicWords)
  const [ready, setReady] = useState(false)
  useEffect(() => {
    const end = onUpdateWaiting(setReady)
    return () => void end()
  }, [])
  if (!ready) return null
  return (
    <aside class="note" aria-label={words.newVersion}>
      <p role="status">{words.newVersion}</p>
      <Button kind="link" onClick={applyUpdate}>
        {words.useNewVersion}
      </Button>
    </aside>
  )
}

interface HoldsProps extends Pick<Props, 'onHeld'> {
  line: boolean
  campaign: string
  /** Something was left from here, now or earlier. */
  onSigned: () => void
}

/** The outbox's own line, from the moment that this device holds something which has not arrived. */
function Holds({ line, campaign, onHeld, onSigned }: HoldsProps) {
  const words = useWords(publicWords)
  const language = useLanguage()
  const [here, setHere] = useState<typeof import('./held-here.tsx') | null>(null)
  const [holds, setHolds] = useState(false)
  useEffect(
    () =>
      watch(
        ({ tally, withdraw }) => {
          if (tally.waiting + tally.refused > 0 || withdraw) setHolds(true)
          if (tally.captured > 0) onSigned()
        },
        // The line tells what the trouble is: something may wait here that nobody can see now.
        () => setHolds(true),
      ),
    [],
  )
  const busy = useInUse()
  useEffect(() => {
    // Not under a form or a thank-you: it would move what is below, and compete for the line.
    if (holds && !busy && !here)
      // Without network and worker it does not come; after the next form it is tried again.
      import('./held-here.tsx').then(setHere, () => {})
  }, [holds, busy])
  useEffect(() => here?.watchHeld(campaign, onHeld), [here, campaign])
  if (!here || !line) return null
  return (
    <aside class="note-room" aria-label={words.held}>
      <here.SyncStatus />
      <a href={outboxPath(language)}>{words.outboxTitle}</a>
    </aside>
  )
}

function useInUse(): boolean {
  const [busy, setBusy] = useState(isInUse)
  useEffect(() => {
    const look = () => setBusy(isInUse())
    look()
    return onUseChange(look)
  }, [])
  return busy
}
