import { useState } from 'preact/hooks'
import { moment, written } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { outboxWords } from '../i18n/outbox.ts'
import { Button } from '../ui/Button.tsx'
import { sendNow } from './triggers.ts'

interface Props {
  kind: 'quiet' | 'link'
  label: string
  /** What the button says meanwhile. */
  asking: string
  /** The page is sending by itself. */
  sending?: boolean
  /** What else is to be known of a try without success. */
  also: string
}

/**
 * A person's own try. One without success changes nothing else on the screen, least of all offline, where it ends at once: so it is
 * said, each time anew, and aloud.
 */
export function AskNow({ kind, label, asking, sending = false, also }: Props) {
  const words = useWords(outboxWords)
  const language = useLanguage()
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState('')
  const ask = async () => {
    setBusy(true)
    setTried('')
    const through = await sendNow()
    setBusy(false)
    if (through) return
    // To the second: one try is told from the next.
    const time = written(language, Date.now(), { timeStyle: 'medium' })
    const why = navigator.onLine ? '' : words.offline
    setTried(`${filled(words.tried, { time })} ${why}`)
  }
  return (
    <div class="ask-now">
      <Button kind={kind} busy={busy || sending ? asking : undefined} onClick={ask}>
        {label}
      </Button>
      <p class="small" role="status">
        {tried && `${tried} ${also}`}
      </p>
    </div>
  )
}

/** When a server last answered this device, by that server's clock. */
export function useLastContact(lastContact: number | null): string {
  const words = useWords(outboxWords)
  const language = useLanguage()
  return lastContact === null ? words.noContact : filled(words.contact, { when: moment(language, lastContact) })
}
