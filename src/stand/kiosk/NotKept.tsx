import { useEffect, useRef } from 'preact/hooks'
import { formWords } from '../../i18n/form.ts'
import { useWords } from '../../i18n/language.tsx'
import { standKioskWords } from '../../i18n/stand-kiosk.ts'
import { StorageTrouble } from '../../outbox/StorageTrouble.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { Failure } from '../kiosk.ts'

/** The last try failed. The form is as it was; the words say what to do next, and to whom to show them. */
export function NotKept({ failed, problem }: Failure) {
  const { failed: words, wrongKey } = useWords(standKioskWords)
  const form = useWords(formWords)
  const text = {
    'wrong-key': wrongKey,
    'storage-offline': words.storageOffline,
    'storage-online': words.storageOnline,
    refused: words.refused,
    unknown: words.unknown,
  }[failed]
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), [failed])
  return (
    <div class="stack" ref={place}>
      <Notice tone="bad" announce="now" title={form.failed.title}>
        {text}
      </Notice>
      {problem && <StorageTrouble problem={problem} />}
    </div>
  )
}
