import { useEffect, useState } from 'preact/hooks'
import { ENDING_ROUTES, type Ending } from '../../protocol/ending-routes.ts'
import { useSession } from './console-context.ts'

/** How a campaign is to end; null until it was told. It is asked anew with every other `since`, and what was told stands until then. */
export function useEnding(campaign: string, since = 0) {
  const session = useSession()
  const [ending, take] = useState<Ending | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    const leaving = new AbortController()
    setError(null)
    session.call(ENDING_ROUTES.ending, { parameters: { campaign }, signal: leaving.signal }).then(take, (failure) => {
      if (!leaving.signal.aborted) setError(failure)
    })
    return () => leaving.abort()
  }, [session, campaign, since, asked])
  return { ending, take, error, reload: () => setAsked((n) => n + 1) }
}
