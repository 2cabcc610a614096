// What a campaign offers beside signing.
import type { Campaign } from '../../../protocol/campaign.ts'
import type { Petition } from '../../../protocol/petition.ts'
import { isOpen } from '../../../protocol/reading.ts'

export type To = 'person' | 'authority'

/** To whom letters may be written for a case now; none once it is over. */
export const writable = ({ state, letters }: Petition): To[] =>
  isOpen(state) ? (['person', 'authority'] as const).filter((to) => letters[to]) : []

/** Joining and writing to the coordinators: where there is a text to agree to, for as long as the campaign lasts. */
export const offered = (campaign: Campaign | null): ('join' | 'contact')[] =>
  (['join', 'contact'] as const).filter(
    (kind) => !campaign?.ended && campaign?.consents.some((it) => it.purpose === kind),
  )
