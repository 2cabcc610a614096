import { useEffect, useState } from 'preact/hooks'
import type { Reason } from '../../protocol/reasons.ts'
import { formOf, number } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { outboxWords } from '../i18n/outbox.ts'
import { reasonWords } from '../i18n/reasons.ts'
import { Button } from '../ui/Button.tsx'
import { refused, sendAgain } from './this-device.ts'
import { sendNow } from './triggers.ts'

export interface RefusedEntry {
  id: string
  seq: number
  reason: Reason | null
}

/** What the server would not take, with its reasons. Only a person ends this. Its `key` is the count. */
export function RefusedList({ count }: { count: number }) {
  const [entries, setEntries] = useState<RefusedEntry[]>([])
  useEffect(() => {
    // Whatever the storage's trouble is, the line above tells it.
    refused().then(setEntries, () => {})
  }, [])
  const again = async () => {
    await sendAgain(entries.map((entry) => entry.id))
    await sendNow()
  }
  return <RefusedEntries count={count} entries={entries} onTryAgain={again} />
}

interface Props {
  count: number
  entries: readonly RefusedEntry[]
  onTryAgain(): void
}

export function RefusedEntries({ count, entries, onTryAgain }: Props) {
  const words = useWords(outboxWords)
  const reasons = useWords(reasonWords)
  const language = useLanguage()
  const title = filled(formOf(language, count, words.refusedTitle), { n: number(language, count) })
  return (
    <section class="sync-status bad" aria-label={title}>
      <p role="status">
        <strong>{title}</strong> {formOf(language, count, words.refusedText)}
      </p>
      <ul class="sync-refused">
        {entries.map(({ id, seq, reason }) => (
          <li key={id}>
            <span class="sync-refused-number">{filled(words.refusedItem, { seq: number(language, seq) })}</span>{' '}
            {reasons[reason ?? 'server-error']}
          </li>
        ))}
      </ul>
      <Button kind="quiet" onClick={onTryAgain}>
        {words.tryAgain}
      </Button>
    </section>
  )
}
