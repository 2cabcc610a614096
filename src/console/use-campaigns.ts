import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { CONSOLE_ROUTES } from '../../protocol/console-routes.ts'
import type { AnswerOf } from '../../protocol/route.ts'
import { useSession } from './console-context.ts'

export type Campaigns = AnswerOf<typeof CONSOLE_ROUTES.campaigns>
export type CampaignSummary = Campaigns[number]

export interface CampaignsState {
  /** Null until the server has answered once. */
  campaigns: Campaigns | null
  /** When these figures came. */
  at: Date | null
  /** The last try failed; the figures above stay. */
  error: unknown
  reload: () => void
  /** Takes what another answer of the server already said. */
  take: (campaigns: Campaigns) => void
  takeOne: (campaign: CampaignSummary) => void
}

const EVERY_MS = 30_000

/** The campaigns as the server counts them, asked again every half minute while someone looks. */
export function useCampaigns(): CampaignsState {
  const session = useSession()
  const [state, setState] = useState<Pick<CampaignsState, 'campaigns' | 'at' | 'error'>>({
    campaigns: null,
    at: null,
    error: null,
  })
  const asking = useRef(false)

  const take = useCallback((campaigns: Campaigns) => setState({ campaigns, at: new Date(), error: null }), [])
  const takeOne = useCallback(
    (one: CampaignSummary) =>
      setState((was) => ({ ...was, campaigns: was.campaigns?.map((it) => (it.id === one.id ? one : it)) ?? [one] })),
    [],
  )

  const reload = useCallback(async () => {
    if (asking.current) return
    asking.current = true
    try {
      take(await session.call(CONSOLE_ROUTES.campaigns))
    } catch (error) {
      setState((was) => ({ ...was, error }))
    } finally {
      asking.current = false
    }
  }, [session, take])

  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && reload()
    look()
    const timer = setInterval(look, EVERY_MS)
    addEventListener('online', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      removeEventListener('online', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [reload])

  return { ...state, reload, take, takeOne }
}
