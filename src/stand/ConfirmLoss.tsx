import { useEffect, useRef } from 'preact/hooks'
import { useWords } from '../i18n/language.tsx'
import { standDayWords } from '../i18n/stand-day.ts'
import { Button } from '../ui/Button.tsx'

/** The last question before something is lost for good. */
export function ConfirmLoss({ onKeep, onLose }: { onKeep: () => void; onLose: () => void }) {
  const words = useWords(standDayWords).remove
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog class="day-asking" ref={dialog} aria-labelledby="day-asking" onClose={onKeep}>
      <div class="stack">
        <h2 id="day-asking">{words.confirmTitle}</h2>
        <p>{words.confirmText}</p>
        <Button onClick={onKeep}>{words.keep}</Button>
        <Button kind="quiet" onClick={onLose}>
          {words.confirm}
        </Button>
      </div>
    </dialog>
  )
}
