import './ThankYou.css'
import { useEffect, useState } from 'preact/hooks'
import type { Campaign } from '../../protocol/campaign.ts'
import { formWords } from '../i18n/form.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { Button } from '../ui/Button.tsx'
import { Mark } from '../ui/Mark.tsx'
import { withdrawPath } from './pages/place.ts'
import type { After, AfterProps } from './thanks/thanks-props.ts'
import { useThanksDialog } from './use-thanks-dialog.ts'

interface Props extends Pick<AfterProps, 'sentences' | 'kept' | 'signed'> {
  campaign: Campaign
  title: string
  /** Where the act is now, as far as is known when it was kept. */
  said: string
  /** What the receipt is for, where the act was no signature. */
  receiptText?: string
  /** Everything of the signer is forgotten. */
  leave: () => void
}

/** Over the whole screen, as soon as an act is kept: its receipt. What else there is to do comes a moment later. */
export function ThanksDialog({ title, said, receiptText, leave, ...rest }: Props) {
  const words = useWords(formWords)
  const language = useLanguage()
  const after = useAfter()
  const [safe, setSafe] = useState(false)
  const [asked, setAsked] = useState(false)
  const mayLeave = () => {
    // What it asks is answered by what comes late.
    if (safe || asked || !after) return true
    setAsked(true)
    return false
  }
  const dialog = useThanksDialog(mayLeave, leave)
  const { receipt } = rest.kept
  const code = receipt.replaceAll('-', '')
  const link = `${location.origin}${withdrawPath(language)}#${rest.campaign.id}.${code}`
  const props: AfterProps = { ...rest, link, safe, keepSafe: () => setSafe(true), asked, mayLeave }
  return (
    <dialog class="dark thanks" ref={dialog} aria-labelledby="thanks-title">
      <div class="thanks-page">
        <div class="thanks-words">
          <Mark large draws />
          <h1 id="thanks-title" tabIndex={-1}>
            {title}
          </h1>
          <p class="muted" role="status">
            {after ? <after.Where {...props} /> : said}
          </p>
          <section class="tile receipt" aria-labelledby="receipt">
            {after ? <after.Square {...props} /> : <div class="qr" />}
            <div class="grow">
              <h2 id="receipt">{words.receipt}</h2>
              <p class="small muted">{receiptText ?? words.receiptText}</p>
            </div>
          </section>
          <Code receipt={receipt} />
          {after && <after.Steps {...props} />}
        </div>
        <div class="thanks-bar">
          {after && <after.Main {...props} />}
          <Button kind="quiet" onClick={() => history.back()}>
            {words.done}
          </Button>
        </div>
      </div>
    </dialog>
  )
}

function Code({ receipt }: { receipt: string }) {
  const groups = receipt.split('-')
  const half = Math.ceil(groups.length / 2)
  return (
    <p class="code" translate={false}>
      {groups.slice(0, half).join('-')}
      <wbr />
      {`-${groups.slice(half).join('-')}`}
    </p>
  )
}

/** A moment after the thank-you is drawn, or when there is a network: without it the receipt is there all the same. */
function useAfter(): After | null {
  const [after, setAfter] = useState<After | null>(null)
  useEffect(() => {
    const load = () =>
      import('./thanks/AfterThanks.tsx').then(
        (it) => setAfter(it.after),
        () => {},
      )
    const soon = setTimeout(load, 300)
    window.addEventListener('online', load)
    return () => {
      clearTimeout(soon)
      window.removeEventListener('online', load)
    }
  }, [])
  return after
}
