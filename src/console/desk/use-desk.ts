import { useRef, useState } from 'preact/hooks'
import type { NewDecision, Verdict } from '../../../protocol/review-routes.ts'
import type { Summary } from '../review/room.ts'
import type { Keeper } from './keeper.ts'
import type { ReviewDesk } from './review-desk.ts'

/** A decision with the one that stood before it, so that it can be taken back. */
interface Done {
  decision: NewDecision
  before: Verdict | null
}

export interface DeskState {
  desk: ReviewDesk
  keeper: Keeper
  summary: Summary
  /** Grows with each change, so that what is on the screen is asked for again. */
  turn: number
  /** Kept for good first, then here. @throws where the server did not keep it: then nothing has changed */
  decide: (decision: NewDecision, before: Verdict | null) => Promise<void>
  /** Null where there is nothing to take back. */
  undo: (() => Promise<void>) | null
  /** Takes a sitting out for good. Answers how many acts went. */
  withdraw: (envelope: string) => Promise<number>
}

/** What is opened, as the screens work on it. */
export function useDesk(desk: ReviewDesk, keeper: Keeper, first: Summary): DeskState {
  const [state, setState] = useState({ summary: first, turn: 0 })
  const done = useRef<Done[]>([])
  const show = (summary: Summary) => setState(({ turn }) => ({ summary, turn: turn + 1 }))

  /** `note` is done once they are kept, before anything is drawn anew. */
  async function keep(decisions: NewDecision[], note: () => void): Promise<void> {
    await keeper.decide(decisions)
    note()
    show(await desk.ask('decide', { decisions }))
  }

  async function undo(): Promise<void> {
    const last = done.current.at(-1)
    if (!last) return
    await keep([{ ...last.decision, verdict: last.before }], () => done.current.pop())
  }

  return {
    desk,
    keeper,
    ...state,
    async decide(decision, before) {
      await keep([decision], () => done.current.push({ decision, before }))
    },
    undo: done.current.length > 0 ? undo : null,
    async withdraw(envelope) {
      await keeper.withdraw(envelope)
      const { gone, summary } = await desk.ask('forget', { envelope })
      show(summary)
      return gone
    },
  }
}
