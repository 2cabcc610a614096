// What can be done once the thank-you stands there. It comes a moment later, so that a first visit does not wait for it.
import './thanks.css'
import { useEffect, useState } from 'preact/hooks'
import { formWords } from '../../i18n/form.ts'
import { useWords } from '../../i18n/language.tsx'
import { thanksWords } from '../../i18n/thanks.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Qr } from '../../ui/Qr.tsx'
import { CopyCode, PaperReceipt, PrintReceipt, useSaving } from './KeepReceipt.tsx'
import { Remaining } from './Remaining.tsx'
import { Share } from './Share.tsx'
import type { After, AfterProps } from './thanks-props.ts'
import { Where } from './Where.tsx'

function Steps(props: AfterProps) {
  const more = useMore()
  const { signed } = props
  return (
    <>
      <div class="thanks-links">
        <CopyCode {...props} />
        <PrintReceipt {...props} />
      </div>
      <PaperReceipt {...props} />
      {signed && <Remaining {...props} signed={signed} />}
      {signed && <Share {...props} petitions={signed.petitions} />}
      {more && signed && <more.NextSteps {...props} petitions={signed.petitions} />}
      {more && <more.Install />}
    </>
  )
}

/** The one main button: the receipt, until it is kept somewhere. */
function Main(props: AfterProps) {
  const words = useWords(thanksWords)
  const { state, save } = useSaving(props)
  return (
    <>
      {props.asked && !props.safe && (
        <div class="thanks-ask" role="alert">
          <h2>{words.ask}</h2>
          <p class="small muted">{words.askText}</p>
        </div>
      )}
      {state === 'failed' && (
        <p class="small" role="alert">
          {words.notSaved}
        </p>
      )}
      <Button
        kind={state === 'saved' ? 'quiet' : 'main'}
        onClick={save}
        busy={state === 'saving' ? words.saving : undefined}
      >
        {state === 'saved' && <Icon name="check" />}
        <span aria-live="polite">{state === 'saved' ? words.saved : words.save}</span>
      </Button>
    </>
  )
}

/** Kept by the worker once it was fetched, and not fetched ahead: installing and other pages want a network. */
function useMore() {
  const [more, setMore] = useState<typeof import('./more.ts') | null>(null)
  useEffect(() => void import('./more.ts').then(setMore, () => {}), [])
  return more
}

function Square({ link }: AfterProps) {
  const words = useWords(formWords)
  return <Qr text={link} label={words.receiptQr} />
}

export const after: After = { Where, Square, Steps, Main }
