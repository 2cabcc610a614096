import { useEffect, useState } from 'preact/hooks'
import type { Campaign, Counts } from '../../protocol/campaign.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { call } from '../api.ts'
import { warmCache } from '../outbox/sw-bridge.ts'
import { isInUse } from '../petition/in-use.ts'
import { kioskPaths } from './look.ts'

export interface StandCampaign {
  campaign: Campaign
  counts: Counts
}

/** The stand's campaign: fresh where there is a network, else as the worker keeps it. */
export function useStandCampaign(id: string | null): { data: StandCampaign | null; failed: boolean; load: () => void } {
  const [data, setData] = useState<StandCampaign | null>(null)
  const [failed, setFailed] = useState(false)
  const load = async () => {
    if (id === null) return
    setFailed(false)
    try {
      const parameters = { campaign: id }
      const [campaign, counts] = await Promise.all([
        call(ROUTES.campaign, { parameters }),
        call(ROUTES.counts, { parameters }),
      ])
      warmCache(kioskPaths(campaign))
      // Never under a form that somebody fills.
      if (!isInUse()) setData({ campaign, counts })
    } catch {
      setFailed(true)
    }
  }
  useEffect(() => {
    if (id === null) return
    void load()
    window.addEventListener('online', load)
    return () => window.removeEventListener('online', load)
  }, [id])
  return { data: data?.campaign.id === id ? data : null, failed, load }
}
