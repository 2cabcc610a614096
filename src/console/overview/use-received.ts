import { useEffect, useState } from 'preact/hooks'
import { OVERVIEW_ROUTES, type Received } from '../../../protocol/overview-routes.ts'
import { useSession } from '../console-context.ts'

export interface ReceivedFilter {
  /** '': every case. */
  petition: string
  /** '': everywhere; a stand's id, or the word `phones`. */
  from: string
}

interface State {
  /** Null until the server has answered once. */
  received: Received | null
  /** When that was true. */
  at: number
  error: unknown
}

/**
 * What was received, asked again whenever the campaigns have come anew (`moment`), so that one part of the overview is not newer than
 * another; the screen is left alone where nothing has changed. Of no campaign (null) nothing is asked.
 */
export function useReceived(
  campaign: string | null,
  { petition, from }: ReceivedFilter,
  moment: Date | null,
): State & { reload: () => void } {
  const session = useSession()
  const [state, setState] = useState<State>({ received: null, at: Date.now(), error: null })
  const [turn, setTurn] = useState(0)

  useEffect(() => {
    if (campaign === null) return
    const leaving = new AbortController()
    const { signal } = leaving
    const query = Object.fromEntries(Object.entries({ petition, from }).filter(([, value]) => value !== ''))
    const ask = async () => {
      try {
        const request = { parameters: { campaign }, query, signal }
        const received = await session.call(OVERVIEW_ROUTES.received, request)
        if (!signal.aborted)
          setState((was) => ({ received: sameOr(was.received, received), at: Date.now(), error: null }))
      } catch (error) {
        if (!signal.aborted) setState((was) => ({ ...was, error }))
      }
    }
    ask()
    return () => leaving.abort()
  }, [session, campaign, petition, from, turn, moment])

  return { ...state, reload: () => setTurn((it) => it + 1) }
}

const sameOr = (was: Received | null, is: Received): Received =>
  was && JSON.stringify(was) === JSON.stringify(is) ? was : is
