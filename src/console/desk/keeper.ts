import type { NewDecision } from '../../../protocol/review-routes.ts'
import { MOST_DECISIONS, REVIEW_ROUTES } from '../../../protocol/review-routes.ts'
import { mayCall } from '../../../protocol/roles.ts'
import { ServerRefusal } from '../../api.ts'
import type { Session } from '../session.ts'

/** Where it is kept what people decide about opened acts. Each throws where it was not kept: then nothing has changed. */
export interface Keeper {
  /** Whoever works here; null where nobody had to log in. */
  name: string | null
  /** When the dump was saved that all this comes from (ISO 8601 in UTC); null where the server gave it. */
  dumpSavedAt: string | null
  decide: (decisions: NewDecision[]) => Promise<void>
  /** Whether who works here may take out a sitting; at a station without log-in, whoever opened it may. */
  readonly mayWithdraw: boolean
  /** Takes a whole sitting out for good, by one of its envelopes. */
  withdraw: (envelope: string) => Promise<void>
}

export const serverKeeper = (session: Session, campaign: string): Keeper => ({
  name: session.name,
  dumpSavedAt: null,
  async decide(decisions) {
    for (let at = 0; at < decisions.length; at += MOST_DECISIONS) {
      const body = { decisions: decisions.slice(at, at + MOST_DECISIONS) }
      await session.call(REVIEW_ROUTES.decide, { parameters: { campaign }, body })
    }
  },
  get mayWithdraw() {
    return session.role !== null && mayCall(session.role, REVIEW_ROUTES.withdrawEnvelope)
  },
  async withdraw(envelope) {
    await session.call(REVIEW_ROUTES.withdrawEnvelope, { parameters: { campaign, envelope } }).catch((error) => {
      // Withdrawn meanwhile by the signer: what was wanted has happened.
      if (!(error instanceof ServerRefusal && error.reason === 'unknown-record')) throw error
    })
  },
})
