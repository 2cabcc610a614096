// The drain as a page runs it: what is rarely needed is loaded when it is.
import { type Drained, drain } from './drain.ts'
import { ports } from './drain-ports.ts'
import type { Errand } from './ports.ts'
import type { Trouble, Urgency } from './setback.ts'

const NOT_LOADED: Trouble = { why: 'network', cure: 'again', convicts: null, retryAfterMs: 0 }

const later =
  (load: () => Promise<Errand>): Errand =>
  async (given) => {
    const errand = await load().catch(() => null)
    return errand ? errand(given) : NOT_LOADED
  }

const errands = {
  sendWithdrawals: later(() => import('./withdrawals.ts').then((it) => it.sendWithdrawals)),
  askBack: later(() => import('./restored.ts').then((it) => it.askBack)),
}

/** Sends what waits here. Triggers call it; screens use `sendNow` of triggers.ts. @throws StorageFailure */
export const drainHere = (urgency: Urgency): Promise<Drained> => drain({ ...ports, errands }, urgency)
