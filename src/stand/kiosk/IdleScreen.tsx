import type { Counts } from '../../../protocol/campaign.ts'
import { formOf, number } from '../../i18n/counting.ts'
import { filled } from '../../i18n/filled.ts'
import type { Forms } from '../../i18n/forms.ts'
import { useLanguage, useSay, useWords } from '../../i18n/language.tsx'
import { standKioskWords } from '../../i18n/stand-kiosk.ts'
import { CasePicture } from '../../petition/pages/CasePicture.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { Kiosk } from '../kiosk.ts'
import { casesOf, type Send } from './parts.ts'
import { Stopped } from './Stopped.tsx'
import type { Setting } from './steps.ts'

interface Props {
  setting: Setting
  counts: Counts
  /** Envelopes that this tablet holds and has not delivered. */
  waiting: number
  stopped: Kiosk['stopped']
  send: Send
  begin: (only?: string) => void
}

/** Read from three metres: the call, the faces of the cases, one button. */
export function IdleScreen({ setting, counts, waiting, stopped, send, begin }: Props) {
  const words = useWords(standKioskWords)
  const say = useSay()
  const { call } = setting.campaign
  const cases = casesOf(setting)
  return (
    <>
      <main class="kiosk-main kiosk-idle night">
        <div class="kiosk-call">
          <h1 tabIndex={-1}>{say(call.title)}</h1>
          <p class="kiosk-lead muted">{words.lead}</p>
        </div>
        {!stopped && !setting.revoked && (
          <ul class="plain kiosk-faces">
            {cases.map((it) => (
              <li key={it.id}>
                <button type="button" class="kiosk-face" onClick={() => begin(it.id)}>
                  <CasePicture petition={it} alt="" />
                  <span class="kiosk-face-words">
                    <span class="unseen">{filled(words.signFor, { who: it.person })}</span>
                    <b aria-hidden="true">{it.person}</b>
                    <span class="small">{say(it.summary)}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </main>
      <footer class="kiosk-bar">
        {setting.revoked ? (
          <Notice tone="bad" announce="polite" title={words.stopped}>
            {words.revoked}
          </Notice>
        ) : stopped ? (
          <Stopped why={stopped} campaign={setting.campaign} send={send} />
        ) : (
          <>
            {cases.length === 0 ? (
              <p class="kiosk-nothing">{words.nothingOpen}</p>
            ) : (
              <Button large onClick={() => begin()}>
                {words.begin}
              </Button>
            )}
            {cases.length > 0 && (
              <Count received={cases.reduce((sum, it) => sum + (counts[it.id] ?? 0), 0)} waiting={waiting} />
            )}
          </>
        )}
      </footer>
    </>
  )
}

/** What the server counted and what waits here are two numbers: one is in signatures, the other in people, and they cannot be added. */
function Count({ received, waiting }: { received: number; waiting: number }) {
  const words = useWords(standKioskWords)
  const language = useLanguage()
  const count = (n: number, forms: Forms) => filled(formOf(language, n, forms), { n: number(language, n) })
  const parts = [
    ...(received > 0 ? [count(received, words.received)] : []),
    ...(waiting > 0 ? [count(waiting, words.waiting)] : []),
  ]
  return (
    <p class="kiosk-count">{parts.length === 0 ? words.firstOne : parts.map((it) => <span key={it}>{it}</span>)}</p>
  )
}
