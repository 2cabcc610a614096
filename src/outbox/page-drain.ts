// The drain as a page runs it: what is rarely needed is loaded when it is.
import { NoAnswer } from '../api.ts'
import { type Drained, drain } from './drain.ts'
import { ports } from './drain-ports.ts'
import type { Errand, Prove } from './ports.ts'
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

/** Wanted only where there is a network, so it is not fetched ahead. Where it cannot be had, sending waits. */
export const prove: Prove = async (...words) => {
  const proving = await import('./prove-here.ts').catch((cause) => {
    throw new NoAnswer('network', null, { cause })
  })
  return proving.prove(...words)
}

/** Sends what waits here. Triggers call it; screens use `sendNow` of triggers.ts. @throws StorageFailure */
export const drainHere = (urgency: Urgency): Promise<Drained> => drain({ ...ports, prove, errands }, urgency)
