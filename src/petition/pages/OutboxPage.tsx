import { useWords } from '../../i18n/language.tsx'
import { publicWords } from '../../i18n/public.ts'
import { FormPlace } from './FormPlace.tsx'
import type { Islands } from './islands.ts'

export function OutboxPage({ Outbox }: { Outbox: Islands['Outbox'] }) {
  const words = useWords(publicWords)
  return (
    <div class="column page stack">
      <h1 tabIndex={-1}>{words.outboxTitle}</h1>
      {Outbox ? <Outbox /> : <FormPlace form="outbox" state="server" />}
    </div>
  )
}
