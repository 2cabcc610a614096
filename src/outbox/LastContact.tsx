import './SyncStatus.css'
import { useWords } from '../i18n/language.tsx'
import { outboxWords } from '../i18n/outbox.ts'
import { outboxScreenWords } from '../i18n/outbox-screen.ts'
import { AskNow, useLastContact } from './AskNow.tsx'
import type { Memory } from './storage.ts'

/** When the server last answered, by its own clock, and a way to ask it now. */
export function LastContact({ memory: { lastContact, backOff } }: { memory: Memory }) {
  const words = useWords(outboxScreenWords)
  const { why } = useWords(outboxWords)
  const contact = useLastContact(lastContact)
  const also = navigator.onLine && backOff ? why[backOff.why] : ''
  return (
    <div class="row between">
      <p role="status">{contact}</p>
      <AskNow kind="link" label={words.check} asking={words.checking} also={also} />
    </div>
  )
}
