import { Campaign, Counts } from './campaign.ts'
import { nothing, route } from './route.ts'
import { SENDING_ROUTES } from './sending-routes.ts'

// The routes that anyone's device calls. The console's stand apart, and so does `HAVE`, so that a phone does not
// download them.

export const ROUTES = {
  /** `:campaign` may be the word `current`: the campaign that `/` shows. */
  campaign: route({
    method: 'GET',
    path: '/api/v1/campaigns/:campaign',
    who: 'anyone',
    body: nothing,
    answer: Campaign,
  }),
  counts: route({
    method: 'GET',
    path: '/api/v1/campaigns/:campaign/counts',
    who: 'anyone',
    body: nothing,
    answer: Counts,
  }),
  ...SENDING_ROUTES,
} as const
