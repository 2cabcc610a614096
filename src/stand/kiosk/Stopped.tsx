import { useState } from 'preact/hooks'
import type { Campaign } from '../../../protocol/campaign.ts'
import { useWords } from '../../i18n/language.tsx'
import { standKioskWords } from '../../i18n/stand-kiosk.ts'
import { whyNotKept } from '../../outbox/can-keep.ts'
import { StorageTrouble } from '../../outbox/StorageTrouble.tsx'
import { trustedKey } from '../../petition/trust.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { Kiosk } from '../kiosk.ts'
import type { Send } from './parts.ts'

interface Props {
  why: NonNullable<Kiosk['stopped']>
  campaign: Campaign
  send: Send
}

/** Nobody may begin: what is signed now would not be kept. For the team, who can look whether that has changed. */
export function Stopped({ why, campaign, send }: Props) {
  const words = useWords(standKioskWords)
  const [checking, setChecking] = useState(false)
  const [checked, setChecked] = useState(false)
  const check = async () => {
    setChecking(true)
    const problem = await findOut(why, campaign)
    setChecking(false)
    setChecked(true)
    if (problem === null) send({ type: 'storage', problem })
  }
  return (
    <section class="stack" aria-label={words.stopped}>
      <Notice tone="bad" announce="polite" title={words.stopped}>
        {words.stoppedText}
      </Notice>
      {why === 'wrong-key' ? <p>{words.wrongKey}</p> : <StorageTrouble problem={why} />}
      <Button kind="quiet" busy={checking ? words.checking : undefined} onClick={check}>
        {words.checkAgain}
      </Button>
      <p role="status">{checked && !checking && words.stillStopped}</p>
    </section>
  )
}

/** Null where nothing stands in the way any more. */
async function findOut(why: Props['why'], campaign: Campaign): Promise<Props['why'] | null> {
  try {
    if (why === 'wrong-key') return (await trustedKey(campaign)) ? null : why
    return await whyNotKept()
  } catch (error) {
    console.error('stopped', error instanceof Error ? error.name : 'unknown')
    return why
  }
}
