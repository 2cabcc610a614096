import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useWords } from '../i18n/language.tsx'
import { standPaperWords } from '../i18n/stand-paper.ts'
import { Button } from '../ui/Button.tsx'

interface Asking {
  /** The question, while it stands. */
  asking: VNode | null
  /** Does what leaves the row; asks first where the row is filled. */
  leaving: (go: () => void) => void
}

/** Nobody leaves a filled row by accident, by whatever way: the browser asks where the page itself would go. */
export function useAsking(isFilled: () => boolean): Asking {
  const [go, setGo] = useState<(() => void) | null>(null)
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (isFilled()) event.preventDefault()
    }
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [])
  const leave = () => {
    setGo(null)
    go?.()
  }
  return {
    asking: go && <Question onStay={() => setGo(null)} onLeave={leave} />,
    leaving: (next) => (isFilled() ? setGo(() => next) : next()),
  }
}

function Question({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  const words = useWords(standPaperWords).leaving
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog class="paper-asking" ref={dialog} aria-labelledby="paper-asking" onCancel={onStay} onClose={onStay}>
      <div class="stack">
        <h2 id="paper-asking">{words.title}</h2>
        <p>{words.text}</p>
        <Button onClick={onStay}>{words.stay}</Button>
        <Button kind="quiet" onClick={onLeave}>
          {words.leave}
        </Button>
      </div>
    </dialog>
  )
}
