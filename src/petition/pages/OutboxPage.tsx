import type { ComponentType } from 'preact'
import { useWords } from '../../i18n/language.tsx'
import { publicWords } from '../../i18n/public.ts'
import { FormPlace } from './FormPlace.tsx'
import { useAlive } from './use-alive.ts'

export function OutboxPage({ Outbox }: { Outbox?: ComponentType }) {
  const words = useWords(publicWords)
  const alive = useAlive()
  return (
    <div class="column page stack">
      <h1 tabIndex={-1}>{words.outboxTitle}</h1>
      {Outbox && alive ? <Outbox /> : <FormPlace form="outbox" state="server" />}
    </div>
  )
}
