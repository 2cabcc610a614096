// The campaign from the server, where a page did not bring it, or brought an old one. Offline the worker answers.
import { ROUTES } from '../../protocol/routes.ts'
import { call, NoAnswer, ServerRefusal } from '../api.ts'
import type { PageData } from './pages/published.ts'

export type Trouble = 'offline' | 'failed'

const NOTHING: PageData = { campaign: null, counts: {} }

export async function loadCampaign(): Promise<PageData> {
  const parameters = { campaign: 'current' }
  try {
    const [campaign, counts] = await Promise.all([
      call(ROUTES.campaign, { parameters }),
      call(ROUTES.counts, { parameters }),
    ])
    return { campaign, counts }
  } catch (error) {
    if (error instanceof ServerRefusal && error.reason === 'unknown-campaign') return NOTHING
    throw error
  }
}

export const troubleOf = (error: unknown): Trouble =>
  !navigator.onLine || (error instanceof NoAnswer && error.why !== 'not-our-answer') ? 'offline' : 'failed'
