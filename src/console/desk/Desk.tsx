import { useState } from 'preact/hooks'
import { Button } from '../../ui/Button.tsx'
import type { Wording } from '../opening-source.ts'
import type { Standing } from '../review/opened-act.ts'
import type { Summary } from '../review/room.ts'
import type { CampaignSummary } from '../use-campaigns.ts'
import { FiguresBoard } from './FiguresBoard.tsx'
import { FilesBoard } from './FilesBoard.tsx'
import { FindPerson } from './FindPerson.tsx'
import type { Keeper } from './keeper.ts'
import { ReadBoard } from './ReadBoard.tsx'
import { ReviewQueue } from './ReviewQueue.tsx'
import type { ReviewDesk } from './review-desk.ts'
import { useDesk } from './use-desk.ts'
import { useReviewWords } from './use-review-words.ts'
import type { RunState } from './use-run.ts'
import { WordingContext } from './wording-context.ts'
import './desk.css'

interface Props {
  campaign: CampaignSummary
  wording: Wording
  desk: ReviewDesk
  first: Summary
  keeper: Keeper
  /** Null where no server records what is exported. */
  run: RunState | null
  /** Ids of earlier exports that were withdrawn since; null where that is not known. */
  withdrawn: string[] | null
  onChooseAgain: () => void
}

type Board = 'figures' | 'queue' | 'read' | 'find' | 'files'

/** Everything that can be done with what is open. */
export function Desk({ campaign, wording, desk, first, keeper, run, withdrawn, onChooseAgain }: Props) {
  const { said } = useReviewWords()
  const state = useDesk(desk, keeper, first)
  const [board, setBoard] = useState<Board>('figures')
  const [standing, setStanding] = useState<Standing>('to-review')
  const { others } = state.summary
  const toRead = Object.values(others).some((states) => Object.values(states).some((n) => n > 0))
  const boards: Board[] = ['figures', 'queue', ...(toRead ? (['read'] as const) : []), 'find', 'files']

  return (
    <WordingContext.Provider value={wording}>
      <div class="stack">
        <nav class="desk-nav" aria-label={said.nav.label}>
          <ul class="plain">
            {boards.map((it) => (
              <li key={it}>
                <button
                  type="button"
                  class="desk-tab"
                  aria-current={it === board ? 'page' : undefined}
                  onClick={() => setBoard(it)}
                >
                  {said.nav[it]}
                </button>
              </li>
            ))}
          </ul>
          <Button kind="link" onClick={() => confirm(said.nav.againSure) && onChooseAgain()}>
            {said.nav.again}
          </Button>
        </nav>
        {board === 'figures' && (
          <FiguresBoard
            campaign={campaign}
            summary={state.summary}
            onReview={(which) => {
              setStanding(which)
              setBoard('queue')
            }}
            onFiles={() => setBoard('files')}
          />
        )}
        {board === 'queue' && (
          <ReviewQueue campaign={campaign} state={state} standing={standing} onStanding={setStanding} />
        )}
        {board === 'read' && <ReadBoard state={state} />}
        {board === 'find' && <FindPerson campaign={campaign} state={state} />}
        {board === 'files' && (
          <FilesBoard campaign={campaign} wording={wording} state={state} run={run} withdrawn={withdrawn} />
        )}
      </div>
    </WordingContext.Provider>
  )
}
