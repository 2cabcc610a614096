import { useRef, useState } from 'preact/hooks'
import type { NewDecision, Verdict } from '../../../protocol/review-routes.ts'
import { MOST_DECISIONS, REVIEW_ROUTES } from '../../../protocol/review-routes.ts'
import { ServerRefusal } from '../../api.ts'
import { useSession } from '../console-context.ts'
import type { Summary } from '../review/room.ts'
import type { ReviewDesk } from './review-desk.ts'

/** A decision with the one that stood before it, so that it can be taken back. */
interface Done {
  decision: NewDecision
  before: Verdict | null
}

export interface DeskState {
  desk: ReviewDesk
  campaign: string
  summary: Summary
  /** Grows with each change, so that what is on the screen is asked for again. */
  turn: number
  /** Kept at the server first, then here. @throws where the server did not keep it: then nothing has changed */
  decide: (decision: NewDecision, before: Verdict | null) => Promise<void>
  /** Null where there is nothing to take back. */
  undo: (() => Promise<void>) | null
  /** Takes a sitting out for good. Answers how many acts went. */
  withdraw: (envelope: string) => Promise<number>
}

/** What is opened, as the screens work on it. */
export function useDesk(desk: ReviewDesk, campaign: string, first: Summary): DeskState {
  const session = useSession()
  const [state, setState] = useState({ summary: first, turn: 0 })
  const done = useRef<Done[]>([])
  const parameters = { campaign }
  const show = (summary: Summary) => setState(({ turn }) => ({ summary, turn: turn + 1 }))

  async function keep(decisions: NewDecision[]): Promise<void> {
    for (let at = 0; at < decisions.length; at += MOST_DECISIONS) {
      const part = decisions.slice(at, at + MOST_DECISIONS)
      await session.call(REVIEW_ROUTES.decide, { parameters, body: { decisions: part } })
    }
    show(await desk.ask('decide', { decisions }))
  }

  async function undo(): Promise<void> {
    const last = done.current.at(-1)
    if (!last) return
    await keep([{ ...last.decision, verdict: last.before }])
    done.current.pop()
  }

  return {
    desk,
    campaign,
    ...state,
    async decide(decision, before) {
      await keep([decision])
      done.current.push({ decision, before })
    },
    undo: done.current.length > 0 ? undo : null,
    async withdraw(envelope) {
      await session.call(REVIEW_ROUTES.withdrawEnvelope, { parameters: { ...parameters, envelope } }).catch((error) => {
        // Withdrawn meanwhile by the signer: what was wanted has happened.
        if (!(error instanceof ServerRefusal && error.reason === 'unknown-record')) throw error
      })
      const { gone, summary } = await desk.ask('forget', { envelope })
      show(summary)
      return gone
    },
  }
}
