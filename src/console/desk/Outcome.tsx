import type { ComponentChildren } from 'preact'
import { Failure } from '../Failure.tsx'
import type { OutcomeState } from './use-outcome.ts'
import { useReviewWords } from './use-review-words.ts'

/** How the newest decision went, to see and to hear; `children` stand beside it. */
export function Outcome({
  outcome: { told, error },
  children,
}: {
  outcome: OutcomeState
  children?: ComponentChildren
}) {
  const { said } = useReviewWords()
  return (
    <>
      {error !== null && (
        <>
          <Failure error={error} />
          <p>{said.queue.notKept}</p>
        </>
      )}
      <div class={told || children ? 'row desk-told' : 'unseen'}>
        <p role="status">{told}</p>
        {children}
      </div>
    </>
  )
}
