import { CONSOLE_ROUTES } from '../../protocol/console-routes.ts'
import type { AnswerOf } from '../../protocol/route.ts'
import { mayPassLater } from './failure-words.ts'
import type { Session } from './session.ts'

const TRY_AGAIN_MS = 5000

/**
 * Fetches sealed pages, and waits out what passes by itself: `onStall` gets what is wrong, and null when it goes on again.
 * What only a person can mend is thrown.
 */
export const patientPages =
  (session: Session, campaign: string, onStall: (error: unknown) => void) =>
  async (after: string | null, signal: AbortSignal): Promise<AnswerOf<typeof CONSOLE_ROUTES.envelopes>> => {
    for (let stalled = false; ; stalled = true) {
      try {
        const query = after === null ? {} : { query: { after } }
        const page = await session.call(CONSOLE_ROUTES.envelopes, { parameters: { campaign }, ...query, signal })
        if (stalled) onStall(null)
        return page
      } catch (error) {
        if (signal.aborted || !mayPassLater(error)) throw error
        onStall(error)
        await aWhile(signal)
      }
    }
  }

/** Some seconds, or until the network is back. */
const aWhile = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, TRY_AGAIN_MS)
    addEventListener('online', () => resolve(), { once: true, signal })
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        reject(signal.reason)
      },
      { once: true },
    )
  })
