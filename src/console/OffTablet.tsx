import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { consoleTabletWords } from '../i18n/console-tablet.ts'
import { useWords } from '../i18n/language.tsx'
import { storage } from '../outbox/this-device.ts'
import { Notice } from '../ui/Notice.tsx'
import { isStandTablet } from './stand-tablet.ts'

/** Around everything that touches a private key. */
export function OffTablet({ children }: { children: ComponentChildren }) {
  const words = useWords(consoleTabletWords)
  const [tablet, setTablet] = useState<boolean | null>(null)
  useEffect(() => {
    // What cannot be found out is not taken for safe.
    isStandTablet(storage).then(setTablet, () => setTablet(true))
  }, [])
  if (tablet === null) return null
  if (!tablet) return <>{children}</>
  return (
    <Notice tone="warn" title={words.title} announce="polite">
      {words.text}
    </Notice>
  )
}
