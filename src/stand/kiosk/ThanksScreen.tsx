import type { Campaign } from '../../../protocol/campaign.ts'
import { formOf, number } from '../../i18n/counting.ts'
import { filled } from '../../i18n/filled.ts'
import { formWords } from '../../i18n/form.ts'
import { useLanguage, useWords } from '../../i18n/language.tsx'
import { standKioskWords } from '../../i18n/stand-kiosk.ts'
import { withdrawPath } from '../../petition/pages/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Qr } from '../../ui/Qr.tsx'
import { THANKS_MS, type Thanks } from '../kiosk.ts'
import { Countdown } from './Countdown.tsx'
import type { Send } from './parts.ts'

interface Props {
  campaign: Campaign
  thanks: Thanks
  seconds: number | null
  send: Send
}

/** Text and a QR code, and nothing that could be saved or sent from somebody else's tablet. */
export function ThanksScreen({ campaign, thanks, seconds, send }: Props) {
  const words = useWords(standKioskWords)
  const form = useWords(formWords)
  const language = useLanguage()
  const { petitions: n, kept, onPaper } = thanks
  const sentence = formOf(language, n, kept === 'here' ? words.keptHere : form.arrived)
  return (
    <>
      <main class="kiosk-main kiosk-thanks">
        <Mark large draws />
        <h1 tabIndex={-1}>{filled(form.thanks, { name: thanks.firstName })}</h1>
        <p class="muted">{filled(sentence, { n: number(language, n) })}</p>
        {onPaper ? <OnPaper thanks={thanks} /> : <Receipt campaign={campaign} thanks={thanks} />}
      </main>
      <footer class="kiosk-bar">
        {seconds !== null && <Countdown sentence={words.clearsIn} seconds={seconds} of={THANKS_MS / 1000} />}
        <Button large onClick={() => send({ type: 'end' })}>
          {form.done}
        </Button>
      </footer>
    </>
  )
}

function Receipt({ campaign, thanks: { receipt } }: { campaign: Campaign; thanks: Thanks }) {
  const words = useWords(standKioskWords)
  const form = useWords(formWords)
  const language = useLanguage()
  const link = `${location.origin}${withdrawPath(language)}#${campaign.id}.${receipt.replaceAll('-', '')}`
  return (
    <section class="tile kiosk-receipt" aria-labelledby="kiosk-receipt">
      <Qr text={link} label={form.receiptQr} />
      <div class="grow">
        <h2 id="kiosk-receipt">{form.receipt}</h2>
        <p class="muted">{words.receiptText}</p>
        <p class="code" translate={false}>
          {receipt}
        </p>
      </div>
    </section>
  )
}

function OnPaper({ thanks: { receipt } }: { thanks: Thanks }) {
  const words = useWords(standKioskWords)
  const end = receipt.split('-').at(-1) ?? ''
  return (
    <section class="tile" aria-labelledby="kiosk-receipt">
      <h2 id="kiosk-receipt">{words.paperReceipt}</h2>
      <p class="muted">{filled(words.paperReceiptText, { end })}</p>
    </section>
  )
}
