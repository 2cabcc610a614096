import { useState } from 'preact/hooks'
import { useLanguage, useSay, useWords } from '../../i18n/language.tsx'
import { thanksWords } from '../../i18n/thanks.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { withdrawPath } from '../pages/place.ts'
import { receiptPicture } from './receipt-picture.ts'
import type { AfterProps } from './thanks-props.ts'

type Props = Pick<AfterProps, 'campaign' | 'kept' | 'link' | 'keepSafe'>

/**
 * What a picture or a sheet says. It names neither the signer nor what was signed: it will lie among others' photographs, and
 * whoever finds it shall learn no more than that somebody took part.
 */
function useText({ campaign }: Props) {
  const words = useWords(thanksWords)
  const say = useSay()
  const language = useLanguage()
  return {
    title: words.picture,
    campaign: say(campaign.name),
    text: words.pictureText,
    address: location.host + withdrawPath(language),
    keep: words.pictureKeep,
  }
}

/** Saves the receipt as a picture. */
export function useSaving(props: Props) {
  const words = useWords(thanksWords)
  const text = useText(props)
  const [state, setState] = useState<'ready' | 'saving' | 'saved' | 'failed'>('ready')
  const save = async () => {
    setState('saving')
    try {
      const picture = await receiptPicture({ ...text, receipt: props.kept.receipt, link: props.link })
      saveFile(`${words.fileName}.png`, [picture], picture.type)
      setState('saved')
      props.keepSafe()
    } catch (error) {
      console.error('receipt', error instanceof Error ? error.name : 'unknown')
      setState('failed')
    }
  }
  return { state, save }
}

export function PrintReceipt({ keepSafe }: Props) {
  const words = useWords(thanksWords)
  const print = () => {
    window.print()
    keepSafe()
  }
  return (
    <Button kind="link" onClick={print}>
      {words.print}
    </Button>
  )
}

/** What stands on paper around the code. */
export function PaperReceipt(props: Props) {
  const { title, campaign, text, address, keep } = useText(props)
  return (
    <div class="receipt-paper">
      <h2>{`${title} · ${campaign}`}</h2>
      <p>{text}</p>
      <p>
        <b>{address}</b>
      </p>
      <p>{keep}</p>
    </div>
  )
}

export function CopyCode({ kept, keepSafe }: Props) {
  const words = useWords(thanksWords)
  return <Copy text={kept.receipt} label={words.copy} done={words.copied} then={keepSafe} />
}

export function Copy({ text, label, done, then }: { text: string; label: string; done: string; then?: () => void }) {
  const [copied, setCopied] = useState(false)
  if (!('clipboard' in navigator)) return null
  const copy = () =>
    navigator.clipboard.writeText(text).then(() => {
      setCopied(true)
      then?.()
    }, console.error)
  return (
    <Button kind="link" onClick={copy}>
      <Icon name={copied ? 'check' : 'copy'} />
      <span aria-live="polite">{copied ? done : label}</span>
    </Button>
  )
}
