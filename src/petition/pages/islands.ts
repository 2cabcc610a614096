// What comes alive only in the browser. The server renders the pages without any of it.
import type { ComponentChildren, ComponentType } from 'preact'
import type { Campaign, Counts } from '../../../protocol/campaign.ts'
import type { Petition } from '../../../protocol/petition.ts'
import type { Placed } from './place.ts'
import type { PageData } from './published.ts'
import type { ReceivedProps } from './Received.tsx'

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

export interface CaseProps {
  campaign: Campaign
  petition: Petition
  counts: Counts
  Sign?: Islands['Sign']
  /** Of links that are shared. */
  origin: string
}

/** What a case that is over says in place of what an open one asks. */
export interface WhenOver {
  notice: ComponentChildren
  /** Over what was demanded. */
  asked: string
  updates: Petition['updates']
  /** What is shared with the link. */
  title: string
  others: ComponentChildren
}

export interface OverProps extends CaseProps {
  /** Given, since every page loads them: what imports them too makes the build cut that into more files. */
  Page: ComponentType<CaseProps & { over?: WhenOver }>
  Card: ComponentType<ReceivedProps>
}

export interface Islands {
  Sign?: ComponentType<SignIslandProps>
  /** Pages that come with code and words of their own. The server has them all. */
  Beside?: ComponentType<BesideProps>
  /** A case that is over; it comes with words of its own. */
  Over?: ComponentType<OverProps>
  load?: BesideProps['load']
  /** Of links that are shared; '' where the page is drawn without any. */
  origin: string
  /** Beside the language link: that the device is offline. */
  Connection?: ComponentType
  /** Above the page: another language, a newer version, what this device still holds. */
  notes?: ComponentChildren
}
