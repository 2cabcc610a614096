import type { ComponentChildren } from 'preact'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Heading } from './Heading.tsx'

interface Props {
  question: string
  /** What follows from a yes. */
  children?: ComponentChildren
  yes: string
  no: string
  /** Words for what goes on after a yes. */
  busy: string | undefined
  onYes: () => void
  onNo: () => void
}

/** A question that comes up before something that cannot be taken back; it takes the focus. */
export const Sure = ({ question, children, yes, no, busy, onYes, onNo }: Props) => (
  <Notice tone="warn">
    <Heading as="p">{question}</Heading>
    {children}
    <div class="row">
      <Button kind="quiet" onClick={onYes} busy={busy}>
        {yes}
      </Button>
      <Button kind="link" onClick={onNo}>
        {no}
      </Button>
    </div>
  </Notice>
)
