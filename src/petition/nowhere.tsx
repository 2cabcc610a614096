// What is shown where there is no page, or it did not come: kept by the worker, and loaded when it is needed.
import { useWords } from '../i18n/language.tsx'
import { nowhereWords } from '../i18n/nowhere.ts'
import { publicWords } from '../i18n/public.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { Trouble } from './load.ts'
import { Nowhere } from './pages/Nowhere.tsx'

export { NowherePage } from './pages/NowherePage.tsx'

/** Browsers encrypt on https alone, and on this machine: no form then, rather than one that can keep nothing. */
export function NotSecure() {
  const words = useWords(nowhereWords)
  return <Notice tone="warn">{words.notSecure}</Notice>
}

export interface NotLoadedProps {
  trouble: Trouble
  again: () => void
}

export function NotLoaded({ trouble, again }: NotLoadedProps) {
  const words = useWords(nowhereWords)
  const { tryAgain } = useWords(publicWords)
  return (
    <Nowhere title={words[trouble]}>
      <p>{trouble === 'offline' ? words.offlineText : words.failedText}</p>
      <Button onClick={again}>{tryAgain}</Button>
    </Nowhere>
  )
}
