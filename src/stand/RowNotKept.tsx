import { useWords } from '../i18n/language.tsx'
import { standPaperWords } from '../i18n/stand-paper.ts'
import { StorageTrouble } from '../outbox/StorageTrouble.tsx'
import type { StorageProblem } from '../outbox/storage.ts'
import type { Failed } from '../petition/sitting.ts'
import { Notice } from '../ui/Notice.tsx'

export interface RowNotKeptProps {
  failed: Failed
  problem?: StorageProblem
}

/** Why, and what to do; where the tablet's storage is the cause, also what that has. */
export function RowNotKept({ failed, problem }: RowNotKeptProps) {
  const words = useWords(standPaperWords).failed
  return (
    <>
      <Notice tone="bad" announce="now" title={words.title}>
        {words[failed]}
      </Notice>
      {problem && <StorageTrouble problem={problem} />}
    </>
  )
}
