import type { ComponentType } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { formWords } from '../i18n/form.ts'
import type { FormWords } from '../i18n/fr/form.ts'
import { useWords } from '../i18n/language.tsx'
import type { StorageProblem } from '../outbox/storage.ts'
import { Notice } from '../ui/Notice.tsx'
import type { Failure as Failed } from './use-act-form.ts'

/** What was not kept, in whose words. */
export type FailureWords = Pick<FormWords, 'failed' | 'wrongKey'>

export function Failure({ failed, problem, words }: Failed & { words?: FailureWords | undefined }) {
  const common = useWords(formWords)
  const { failed: said, wrongKey } = words ?? common
  const text = {
    'wrong-key': wrongKey.text,
    'storage-offline': said.storageOffline,
    'storage-online': said.storageOnline,
    refused: said.refused,
    loading: said.loading,
    unknown: said.unknown,
  }[failed]
  const place = useRef<HTMLDivElement>(null)
  // It stands above a bar that sticks to the screen's bottom: without this it could appear unseen.
  useEffect(() => place.current?.scrollIntoView({ block: 'center' }), [failed])
  return (
    <div ref={place}>
      <Notice tone="bad" announce="now" title={failed === 'wrong-key' ? wrongKey.title : said.title}>
        {text}
      </Notice>
      {problem && <Advice problem={problem} />}
    </div>
  )
}

/** What a person can do about the storage: rarely needed words, which come when they are. */
function Advice({ problem }: { problem: StorageProblem }) {
  const [Trouble, setTrouble] = useState<ComponentType<{ problem: StorageProblem }> | null>(null)
  useEffect(() => {
    // Where nothing is kept there is no worker either, and without network these words do not come; those above are enough.
    import('../outbox/StorageTrouble.tsx').then(
      (it) => setTrouble(() => it.StorageTrouble),
      () => {},
    )
  }, [])
  return Trouble && <Trouble problem={problem} />
}
