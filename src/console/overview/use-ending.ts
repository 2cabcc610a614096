import { useEffect, useState } from 'preact/hooks'
import { ENDING_ROUTES, type Ending } from '../../../protocol/ending-routes.ts'
import { useSession } from '../console-context.ts'
import type { CampaignSummary } from '../use-campaigns.ts'

/** How a campaign is to end, asked anew when something came; null until it was told, and where it cannot be. */
export function useEnding({ id, envelopes }: CampaignSummary): Ending | null {
  const session = useSession()
  const [ending, setEnding] = useState<Ending | null>(null)
  useEffect(() => {
    const leaving = new AbortController()
    const asked = { parameters: { campaign: id }, signal: leaving.signal }
    // What cannot be told now is told when the overview is looked at again.
    session.call(ENDING_ROUTES.ending, asked).then(setEnding, () => {})
    return () => leaving.abort()
  }, [session, id, envelopes])
  return ending
}
