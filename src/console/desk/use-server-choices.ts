import { useEffect, useState } from 'preact/hooks'
import { CONSOLE_ROUTES } from '../../../protocol/console-routes.ts'
import type { ExportFilter, ExportRun } from '../../../protocol/review-routes.ts'
import { REVIEW_ROUTES } from '../../../protocol/review-routes.ts'
import { STAND_ROUTES, type StandView } from '../../../protocol/stand-routes.ts'
import { useSession } from '../console-context.ts'
import { queryOf } from '../patient-fetch.ts'
import type { CampaignSummary } from '../use-campaigns.ts'
import type { Total } from './filter-draft.ts'

/** Earlier exports and stands; without an answer there is less to choose by, and everything can still be opened. */
export function useServerChoices(campaign: string): { runs: ExportRun[]; stands: StandView[] } {
  const session = useSession()
  const [choices, setChoices] = useState<{ runs: ExportRun[]; stands: StandView[] }>({ runs: [], stands: [] })
  useEffect(() => {
    let there = true
    const request = { parameters: { campaign } }
    const keep = (more: Partial<typeof choices>) => there && setChoices((was) => ({ ...was, ...more }))
    session.call(REVIEW_ROUTES.exports, request).then(
      (runs) => keep({ runs }),
      () => {},
    )
    session.call(STAND_ROUTES.stands, request).then(
      ({ stands }) => keep({ stands }),
      () => {},
    )
    return () => {
      there = false
    }
  }, [session, campaign])
  return choices
}

/** How many envelopes there are to open now; null while the server counts. Where it does not answer, those of its last count stand for it. */
export function useServerTotal(campaign: CampaignSummary, filter: ExportFilter | null): Total | null {
  const session = useSession()
  const all = { count: campaign.envelopes, aside: 0 }
  const none = filter === null
  const query = filter === null ? '' : queryOf(filter, null)
  const [answer, setAnswer] = useState<{ query: string; total: Total } | null>(null)
  useEffect(() => {
    if (none) return
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      const asked = { parameters: { campaign: campaign.id }, signal: stop.signal }
      const parts = { ...Object.fromEntries(new URLSearchParams(query)), count: '1' }
      const total = await session.call(CONSOLE_ROUTES.envelopes, { ...asked, query: parts }).then(
        ({ count, aside = 0 }) => (count === undefined ? all : { count, aside }),
        () => all,
      )
      if (!stop.signal.aborted) setAnswer({ query, total })
    }, 200)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [session, campaign.id, campaign.envelopes, none, query])
  return !none && answer?.query === query ? answer.total : null
}
