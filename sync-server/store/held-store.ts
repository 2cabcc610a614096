import type { HeldAct, HeldSender, Quarantine } from '../../protocol/quarantine-routes.ts'

// What waits in quarantine, and what coordinators decide about it. Nothing is erased here: what is set aside stays, sealed and marked, until
// the campaign's end or its signer's withdrawal.

export interface HeldStore {
  /** By sender, the one that has waited longest first. Null where the campaign does not exist. */
  quarantine(campaign: string): Promise<Quarantine | null>
  /**
   * Does it to all of this sender's envelopes that it can be done to (protocol/quarantine-routes.ts); returns how many there were.
   * Released, they are counted as if they came only now; the same bytes sent again change nothing of a decision.
   */
  decideHeld(campaign: string, sender: HeldSender, act: HeldAct): Promise<number>
}
