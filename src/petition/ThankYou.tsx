import './ThankYou.css'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Campaign } from '../../protocol/campaign.ts'
import { formOf, number } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import { formWords } from '../i18n/form.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Mark } from '../ui/Mark.tsx'
import { Qr } from '../ui/Qr.tsx'
import type { Whereabouts } from './keep-here.ts'
import { homePath, petitionPath, withdrawPath } from './pages/place.ts'

export interface Thanks {
  /** On this device's disk, or at the server already. */
  kept: 'here' | 'there'
  id: string
  firstName: string
  /** The code as people read it, in groups. */
  receipt: string
  petitions: readonly string[]
}

interface Props {
  campaign: Campaign
  thanks: Thanks
  /** Everything of the signer is forgotten. */
  leave: () => void
}

/** Over the whole screen. It says where the signature is now, and changes when that changes. */
export function ThankYou({ campaign, thanks, leave }: Props) {
  const words = useWords(formWords)
  const language = useLanguage()
  const where = useWhereabouts(thanks)
  const dialog = useDialog(leave)
  const count = thanks.petitions.length
  const sentence = formOf(language, count, where === 'arrived' ? words.arrived : words.keptHere)
  const code = thanks.receipt.replaceAll('-', '')
  return (
    <dialog class="dark thanks" ref={dialog} aria-labelledby="thanks-title">
      <div class="thanks-page">
        <div class="thanks-words">
          <Mark large draws />
          <h1 id="thanks-title" tabIndex={-1}>
            {filled(words.thanks, { name: thanks.firstName })}
          </h1>
          <p class="muted" role="status">
            {where === 'not-taken' ? words.notTaken : filled(sentence, { n: number(language, count) })}
          </p>
          <section class="tile receipt" aria-labelledby="receipt">
            <Qr text={`${location.origin}${withdrawPath(language)}#${campaign.id}.${code}`} label={words.receiptQr} />
            <div class="grow">
              <h2 id="receipt">{words.receipt}</h2>
              <p class="small muted">{words.receiptText}</p>
            </div>
          </section>
          <ReceiptCode receipt={thanks.receipt} />
        </div>
        <div class="thanks-bar">
          <Share campaign={campaign} petitions={thanks.petitions} />
          <Button kind="quiet" onClick={() => history.back()}>
            {words.done}
          </Button>
        </div>
      </div>
    </dialog>
  )
}

function useWhereabouts({ kept, id }: Thanks): Whereabouts {
  const [where, setWhere] = useState<Whereabouts>(kept === 'there' ? 'arrived' : 'here')
  useEffect(() => {
    if (kept === 'there') return
    let stop: (() => void) | undefined
    let wanted = true
    import('./keep-here.ts').then(({ follow }) => {
      if (wanted) stop = follow(id, setWhere)
    }, console.error)
    return () => {
      wanted = false
      stop?.()
    }
  }, [kept, id])
  return where
}

/** Opens above the page with a step in the history of its own, so that "back" leaves it and not the site. */
function useDialog(leave: () => void) {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    dialog.showModal()
    dialog.querySelector('h1')?.focus()
    // "Back" would scroll to the form again; who has signed is done with it.
    history.scrollRestoration = 'manual'
    history.pushState(null, '')
    const back = (event?: Event) => {
      event?.preventDefault()
      history.back()
    }
    const left = () => {
      // Not before the browser is done with this step.
      setTimeout(() => {
        history.scrollRestoration = 'auto'
      })
      // Closed before the focus moves: what is below an open dialog cannot take it.
      dialog.close()
      leave()
      window.scrollTo({ top: 0, behavior: 'instant' })
      document.getElementById('main')?.focus({ preventScroll: true })
    }
    dialog.addEventListener('cancel', back)
    window.addEventListener('popstate', left)
    return () => {
      dialog.removeEventListener('cancel', back)
      window.removeEventListener('popstate', left)
    }
  }, [])
  return ref
}

function ReceiptCode({ receipt }: { receipt: string }) {
  const words = useWords(formWords)
  const [copied, setCopied] = useState(false)
  const groups = receipt.split('-')
  const half = Math.ceil(groups.length / 2)
  const copy = () => navigator.clipboard.writeText(receipt).then(() => setCopied(true), console.error)
  return (
    <div>
      <p class="code" translate={false}>
        {groups.slice(0, half).join('-')}
        <wbr />
        {`-${groups.slice(half).join('-')}`}
      </p>
      {'clipboard' in navigator && (
        <Button kind="link" onClick={copy}>
          <Icon name={copied ? 'check' : 'copy'} />
          <span role="status">{copied ? words.copied : words.copy}</span>
        </Button>
      )}
    </div>
  )
}

/** One case leads to its page, several to the campaign's. Nothing of the signer is in it. */
function Share({ campaign, petitions }: { campaign: Campaign; petitions: readonly string[] }) {
  const words = useWords(formWords)
  const language = useLanguage()
  const [only, more] = petitions
  const url = location.origin + (only && !more ? petitionPath(language, only) : homePath(language))
  const names = campaign.petitions.filter((it) => petitions.includes(it.id)).map((it) => it.person)
  const who = new Intl.ListFormat(language).format(names)
  const text = filled(words.shareText, { who })
  if ('share' in navigator)
    return (
      // A person who closes the sheet without sharing is no failure.
      <Button onClick={() => void navigator.share({ text, url }).catch(() => {})}>
        <Icon name="share" />
        {words.share}
      </Button>
    )
  return (
    <ButtonLink href={`https://wa.me/?text=${encodeURIComponent(`${text} ${url}`)}`} target="_blank" rel="noopener">
      {words.shareWhatsApp}
    </ButtonLink>
  )
}
