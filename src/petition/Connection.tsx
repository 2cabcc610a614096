import { useEffect, useState } from 'preact/hooks'
import { useWords } from '../i18n/language.tsx'
import { publicWords } from '../i18n/public.ts'
import { Pill } from '../ui/Pill.tsx'

/** Says that the device is offline, and that this is no reason to leave. */
export function Connection() {
  const words = useWords(publicWords)
  const [offline, setOffline] = useState<boolean>()
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine)
    look()
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])
  // Not before the browser has taken over: the server's page has no such place.
  if (offline === undefined) return null
  return <span role="status">{offline && <Pill>{words.offline}</Pill>}</span>
}
