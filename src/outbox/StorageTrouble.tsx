import { useWords } from '../i18n/language.tsx'
import { outboxWords } from '../i18n/outbox.ts'
import { Notice } from '../ui/Notice.tsx'
import type { StorageProblem } from './storage.ts'

/** Why this device's storage does not do what it should, and what a person can do about it. */
export function StorageTrouble({ problem }: { problem: StorageProblem }) {
  const words = useWords(outboxWords)
  return (
    <Notice tone="bad" announce="polite">
      {words.storage[problem]}
    </Notice>
  )
}
