import { useEffect, useRef, useState } from 'preact/hooks'
import { formOf, moment, number } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import type { Forms } from '../i18n/forms.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { standDayWords } from '../i18n/stand-day.ts'
import type { OutboxView } from '../outbox/keeping.ts'
import { SaveHandOff } from '../outbox/SaveHandOff.tsx'
import type { HandOffFile } from '../outbox/save-hand-off.ts'
import { storage } from '../outbox/this-device.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ConfirmLoss } from './ConfirmLoss.tsx'
import { isCarried, type Leaving, leavingOf, losesSomething } from './losses.ts'
import { showRemoved } from './Removed.tsx'
import type { SavedFile } from './saved-file.ts'
import { emptyThisBrowser } from './this-browser.ts'

interface Props {
  view: OutboxView
  askPin: () => Promise<boolean>
  onSaved: (file: HandOffFile) => void
  onBack: () => void
}

/** The hand-off file first, then what would be lost in numbers, then the PIN, and once more where something would be. */
export function RemoveEverything({ view, askPin, onSaved, onBack }: Props) {
  const words = useWords(standDayWords).remove
  const language = useLanguage()
  const [leaving, setLeaving] = useState<Leaving | null>(null)
  const [state, setState] = useState<'ready' | 'no-pin' | 'sure' | 'removing' | 'failed'>('ready')
  const emptying = useRef(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const look = async () => {
    try {
      const now = await leavingOf(storage)
      setLeaving(now)
      return now
    } catch (error) {
      // While the tablet is being emptied there is nothing left to count, and that is no failure.
      if (emptying.current) return null
      console.error(error)
      setState('failed')
      return null
    }
  }
  useEffect(() => void look(), [view])
  // No count tells that a file was saved.
  useEffect(
    () =>
      storage.watch(
        (tx) => tx.note('handedOff'),
        () => void look(),
        () => {},
      ),
    [],
  )

  const remove = async () => {
    emptying.current = true
    setState('removing')
    showRemoved(language, await emptyThisBrowser())
  }
  const begin = async () => {
    if (!(await askPin())) return setState('no-pin')
    // What has come in or gone out meanwhile counts.
    const now = await look()
    if (now) await (losesSomething(now.losses) ? setState('sure') : remove())
  }

  const line = (n: number, forms: Forms) =>
    n > 0 && <li>{filled(formOf(language, n, forms), { n: number(language, n) })}</li>
  const losses = leaving?.losses
  const some = losses !== undefined && losesSomething(losses)
  const carried = leaving !== null && isCarried(leaving)
  const fileWords = ({ at, items, since }: SavedFile) => {
    const say = (n: number, forms: Forms) =>
      filled(formOf(language, n, forms), { n: number(language, n), when: moment(language, at) })
    return [say(items, words.file), since > 0 ? say(since, words.since) : '', words.fileCare].filter(Boolean).join(' ')
  }
  const removing = state === 'removing' ? words.removing : undefined
  return (
    <div class="stand-day stack">
      <h1 tabIndex={-1} ref={heading}>
        {words.title}
      </h1>
      <p>{words.text}</p>
      {losses && !some && <Notice tone="ok">{words.nothingLost}</Notice>}
      {losses && some && (
        <>
          <Notice tone={carried ? 'warn' : 'bad'} title={carried ? words.notThere : words.lost} announce="polite">
            <ul>
              {line(losses.waiting, words.waiting)}
              {line(losses.refused, words.refused)}
              {line(losses.withdrawals, words.withdrawals)}
            </ul>
            <p>{leaving.file ? fileWords(leaving.file) : words.only}</p>
          </Notice>
          <SaveHandOff waiting={losses.waiting + losses.refused} onSaved={onSaved} />
        </>
      )}
      {state === 'no-pin' && (
        <Notice tone="warn" announce="now">
          {words.wrongPin}
        </Notice>
      )}
      {state === 'failed' && (
        <Notice tone="bad" announce="now">
          {words.failed}
        </Notice>
      )}
      <p class="muted">
        {words.again} {words.pin}
      </p>
      <Button onClick={onBack}>{words.back}</Button>
      <Button kind="quiet" busy={removing} onClick={begin}>
        {words.go}
      </Button>
      {state === 'sure' && <ConfirmLoss carried={carried} onKeep={() => setState('ready')} onLose={remove} />}
    </div>
  )
}
