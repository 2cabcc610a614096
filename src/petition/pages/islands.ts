// What comes alive only in the browser. The server renders the pages without any of it.
import type { ComponentChildren, ComponentType } from 'preact'
import type { Campaign } from '../../../protocol/campaign.ts'
import type { Placed } from './place.ts'
import type { PageData } from './published.ts'

export interface SignIslandProps {
  campaign: Campaign
  /** The case whose page this is: ticked, the others offered. Null on the home page: all are ticked. */
  petition: string | null
}

export interface BesideProps {
  placed: Placed
  data: PageData
  /** Asks for the whole campaign, where the page that was opened first brought but a part. Never rejects. */
  load?: () => Promise<void>
}

export interface Islands {
  Sign?: ComponentType<SignIslandProps>
  /** Pages that come with code and words of their own. The server has them all. */
  Beside?: ComponentType<BesideProps>
  load?: BesideProps['load']
  /** Beside the language link: that the device is offline. */
  Connection?: ComponentType
  /** Above the page: another language, a newer version, what this device still holds. */
  notes?: ComponentChildren
}
