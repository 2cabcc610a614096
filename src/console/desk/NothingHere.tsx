import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { type Figures, leftToDecide } from '../review/figures.ts'
import type { Standing } from '../review/opened-act.ts'
import { useReviewWords } from './use-review-words.ts'

interface Props {
  /** Of everything that is open, whichever part of it is looked at. */
  all: Figures
  onSee: (standing: Standing) => void
}

/** An empty list; that everything is decided is said only when it is. */
export function NothingHere({ all, onSee }: Props) {
  const { said, counted } = useReviewWords()
  const text = said.queue
  const left = leftToDecide(all)
  if (left.length === 0) return <Notice tone="ok">{text.allDecided}</Notice>
  return (
    <Notice tone="warn">
      <p>{text.empty}</p>
      {left.map(({ standing, n }) => (
        <p key={standing}>
          {counted(text.left[standing], n)}{' '}
          <Button kind="link" onClick={() => onSee(standing)}>
            {text.see[standing]}
          </Button>
        </p>
      ))}
    </Notice>
  )
}
