import { useEffect, useRef } from 'preact/hooks'
import { useWords } from '../i18n/language.tsx'
import { standDayWords } from '../i18n/stand-day.ts'
import { Button } from '../ui/Button.tsx'

interface Props {
  /** All of it is in a hand-off file that was saved. */
  carried: boolean
  onKeep: () => void
  onLose: () => void
}

/** The last question before something is lost for good. */
export function ConfirmLoss({ carried, onKeep, onLose }: Props) {
  const words = useWords(standDayWords).remove
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog class="day-asking" ref={dialog} aria-labelledby="day-asking" onClose={onKeep}>
      <div class="stack">
        <h2 id="day-asking">{carried ? words.carriedTitle : words.confirmTitle}</h2>
        <p>{carried ? words.carriedText : words.confirmText}</p>
        <Button onClick={onKeep}>{words.keep}</Button>
        <Button kind="quiet" onClick={onLose}>
          {carried ? words.go : words.confirm}
        </Button>
      </div>
    </dialog>
  )
}
