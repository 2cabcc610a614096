import type { ComponentType } from 'preact'
import type { Campaign } from '../../../protocol/campaign.ts'
import type { Failure, Kept } from '../use-act-form.ts'
import type { Whereabouts } from './whereabouts.ts'

/** What a thank-you gives to the parts of it that come a moment later. */
export interface AfterProps {
  campaign: Campaign
  /** Where it is, in words, where it was no signature. */
  sentences?: Record<Whereabouts, string> | undefined
  kept: Kept<unknown>
  /** Opens the withdrawal page with the code. */
  link: string
  /** Absent where the act was no signature. */
  signed?:
    | {
        petitions: readonly string[]
        work: 'sealing' | 'sending' | undefined
        failed: Failure | null
        /** Signs more petitions by the same fields, under the same code. */
        sign: (petitions: readonly string[]) => void
      }
    | undefined
  /** The receipt was saved, printed or copied. */
  safe: boolean
  keepSafe: () => void
  /** The person was asked whether to leave without the receipt. */
  asked: boolean
  /** To be asked before the page is left by a link; where it says no, it has said why on the screen. */
  mayLeave: () => boolean
}

/** Where the acts are now, in a sentence · the receipt's QR code · what else can be done · the main button */
export type After = Record<'Where' | 'Square' | 'Steps' | 'Main', ComponentType<AfterProps>>
