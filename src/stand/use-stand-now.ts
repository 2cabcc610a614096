import { useEffect } from 'preact/hooks'
import type { Enrolled } from '../outbox/notes.ts'
import { ownFetch, storage } from '../outbox/this-device.ts'
import { askStandNow } from './stand-now.ts'

const EVERY_MS = 15 * 60_000

/** Hears of the stand's dates and cases, and of a revocation: at the start, when the network returns, now and then. */
export function useStandNow(enrolled: Enrolled | null): void {
  useEffect(() => {
    if (!enrolled) return
    const ask = () => {
      if (document.visibilityState !== 'visible') return
      askStandNow(enrolled, { storage, fetch: ownFetch, now: () => new Date() }).catch((error) =>
        console.error('stand', error instanceof Error ? error.name : 'unknown'),
      )
    }
    ask()
    const clock = setInterval(ask, EVERY_MS)
    window.addEventListener('online', ask)
    return () => {
      clearInterval(clock)
      window.removeEventListener('online', ask)
    }
  }, [enrolled?.device])
}
