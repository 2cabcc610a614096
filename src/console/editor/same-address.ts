import type { CampaignContent } from '../../../protocol/campaign.ts'
import type { CampaignSummary } from '../use-campaigns.ts'

/** A case whose page has the address of another campaign's: a link leads to whichever is on the home page. */
export interface SameAddress {
  petition: string
  other: CampaignSummary
}

/** The sample's addresses are nobody's: links to them were never sent. */
export const sameAddresses = (content: CampaignContent, campaigns: readonly CampaignSummary[]): SameAddress[] =>
  content.petitions.flatMap(({ id }) =>
    campaigns
      .filter((it) => it.id !== content.id && !it.sample && it.petitions.some((one) => one.id === id))
      .slice(0, 1)
      .map((other) => ({ petition: id, other })),
  )
