// Comes once this device holds something that has not arrived: the outbox's line, and what is said beside the counts.
import { formOf, number } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { outboxWords } from '../i18n/outbox.ts'
import { watchNotSent } from '../outbox/not-sent.ts'
import { storage } from '../outbox/this-device.ts'
import type { Held } from './pages/held.ts'

export { SyncStatus } from '../outbox/SyncStatus.tsx'

/** Until the function that comes back is called. */
export const watchHeld = (campaign: string, told: (held: Held) => void): (() => void) =>
  watchNotSent(storage, campaign, (found) =>
    told((petition) => {
      const n = found[petition]
      return n ? <NotSent n={n} /> : null
    }),
  )

function NotSent({ n }: { n: number }) {
  const { notSent } = useWords(outboxWords)
  const language = useLanguage()
  return <p class="small muted">{filled(formOf(language, n, notSent), { n: number(language, n) })}</p>
}
