// What comes alive only in the browser. The server renders the pages without any of it.
import type { ComponentChildren, ComponentType } from 'preact'
import type { Campaign } from '../../../protocol/campaign.ts'

export interface SignIslandProps {
  campaign: Campaign
  /** The case whose page this is: ticked, the others offered. Null on the home page: all are ticked. */
  petition: string | null
}

export interface Islands {
  Sign?: ComponentType<SignIslandProps>
  Withdraw?: ComponentType<{ campaign: string | null }>
  Outbox?: ComponentType
  /** Beside the language link: that the device is offline. */
  Connection?: ComponentType
  /** Above the page: another language, a newer version, what this device still holds. */
  notes?: ComponentChildren
}
