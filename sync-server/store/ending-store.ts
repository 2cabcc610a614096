import type { Certificate } from '../../protocol/ending-routes.ts'
import type { Reason } from '../../protocol/reasons.ts'

// How a campaign's envelopes are destroyed, as verbs; the rules of store.ts hold.

export interface FirstTick {
  at: number
  by: string
  /** The day is over: by the clock, and by what the server itself has seen pass. */
  ready: boolean
  /** When it will be, if the server runs until then. */
  readyAt: number
}

export interface EndingStore {
  /** The first of the two ticks; null: none, or taken back. */
  destruction(campaign: string): Promise<FirstTick | null>
  /** The first tick; again, it changes nothing. Refused: `unknown-campaign`, `destroyed`, `still-open`. */
  tickDestruction(campaign: string, by: string): Promise<Reason | FirstTick>
  /** Takes the first tick back. */
  cancelDestruction(campaign: string): Promise<void>
  /**
   * The second tick: destroys every envelope for good, writes the file anew, and keeps a certificate; again, it answers the same.
   * Refused: `unknown-campaign`, `still-open`, `too-early`, `clock-jumped`.
   */
  destroyCampaign(campaign: string, by: string): Promise<Reason | Certificate>
  certificate(campaign: string): Promise<Certificate | null>
}
