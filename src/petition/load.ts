// The campaign from the server, where a page did not bring it, or brought an old one. Offline the worker answers.
import type { Campaign } from '../../protocol/campaign.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { call, NoAnswer, ServerRefusal } from '../api.ts'
import type { PageData } from './pages/published.ts'

export type Trouble = 'offline' | 'failed'

const NOTHING: PageData = { campaign: null, counts: {} }

export const campaignNow = (campaign: string): Promise<Campaign> => call(ROUTES.campaign, { parameters: { campaign } })

export async function loadCampaign(): Promise<PageData> {
  try {
    const [campaign, counts] = await Promise.all([
      campaignNow('current'),
      call(ROUTES.counts, { parameters: { campaign: 'current' } }),
    ])
    return { campaign, counts }
  } catch (error) {
    if (error instanceof ServerRefusal && error.reason === 'unknown-campaign') return NOTHING
    throw error
  }
}

export const troubleOf = (error: unknown): Trouble =>
  !navigator.onLine || (error instanceof NoAnswer && error.why !== 'not-our-answer') ? 'offline' : 'failed'
