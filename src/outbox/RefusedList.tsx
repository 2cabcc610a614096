import { useEffect, useState } from 'preact/hooks'
import type { Reason } from '../../protocol/reasons.ts'
import { formOf, number } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { outboxWords } from '../i18n/outbox.ts'
import { reasonWords, sentenceFor } from '../i18n/reasons.ts'
import { Button } from '../ui/Button.tsx'
import { ports } from './drain-ports.ts'
import { StorageTrouble } from './StorageTrouble.tsx'
import { StorageFailure, type StorageProblem } from './storage.ts'
import { sendNow } from './triggers.ts'

const { queue } = ports

export interface RefusedEntry {
  id: string
  seq: number
  reason: Reason | null
}

/** What the server would not take, with its reasons. Only a person ends this. Its `key` is the count. */
export function RefusedList({ count }: { count: number }) {
  const [entries, setEntries] = useState<RefusedEntry[]>([])
  const [problem, setProblem] = useState<StorageProblem | null>(null)
  const failed = (error: unknown) => {
    if (!(error instanceof StorageFailure)) throw error
    setProblem(error.problem)
  }
  const look = () => queue.refused().then(setEntries).catch(failed)
  useEffect(() => void look(), [])
  const again = async () => {
    setProblem(null)
    // Where the list could not be read there is nothing to try again with but the reading.
    if (entries.length === 0) return look()
    await queue.sendAgain(entries.map((entry) => entry.id)).then(sendNow, failed)
  }
  return (
    <>
      <RefusedEntries count={count} entries={entries} onTryAgain={again} />
      {problem && <StorageTrouble problem={problem} />}
    </>
  )
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
            {sentenceFor(reasons, reason ?? 'server-error')}
          </li>
        ))}
      </ul>
      <Button kind="quiet" onClick={onTryAgain}>
        {words.tryAgain}
      </Button>
    </section>
  )
}
