import './HandOff.css'
import './Reconciliation.css'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Reason } from '../../protocol/reasons.ts'
import { number } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { outboxWords } from '../i18n/outbox.ts'
import { outboxScreenWords } from '../i18n/outbox-screen.ts'
import { reasonWords, sentenceFor } from '../i18n/reasons.ts'
import { Button } from '../ui/Button.tsx'
import { FilePicker } from '../ui/FilePicker.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Progress } from '../ui/Progress.tsx'
import { HandOffRefused, linesOf } from './read-hand-off.ts'
import type { Setback } from './storage.ts'
import { type TakeInPorts, TakeInStopped, type TakenIn, takeIn } from './take-in.ts'

type State =
  | { at: 'idle' | 'checking' | 'failed' }
  | { at: 'refused'; reason: Reason }
  | { at: 'sending' | 'done'; so: TakenIn }
  | { at: 'stopped'; why: Setback; file: File }

/** Brings another device's file to the server. The same place in the outbox and in the console. */
export function TakeHandOff({ ports }: { ports: TakeInPorts }) {
  const words = useWords(outboxScreenWords).take
  const whys = useWords(outboxWords).why
  const reasons = useWords(reasonWords)
  const [state, setState] = useState<State>({ at: 'idle' })

  const take = async (file: File | null) => {
    if (!file) return
    setState({ at: 'checking' })
    try {
      const so = await takeIn(linesOf(file), ports, (so) => setState({ at: 'sending', so: { ...so } }))
      setState({ at: 'done', so })
    } catch (error) {
      if (error instanceof HandOffRefused) return setState({ at: 'refused', reason: error.reason })
      if (error instanceof TakeInStopped) return setState({ at: 'stopped', why: error.why, file })
      console.error(error)
      setState({ at: 'failed' })
    }
  }

  const busy = state.at === 'checking' || state.at === 'sending'
  const heading = useRef<HTMLHeadingElement>(null)
  // The picker, which had the focus, makes room while the file is on its way.
  useEffect(() => {
    if (busy) heading.current?.focus()
  }, [busy])
  return (
    <section class="hand-off stack" aria-labelledby="take-hand-off">
      <h2 id="take-hand-off" ref={heading} tabIndex={-1}>
        {words.title}
      </h2>
      <p>{words.text}</p>
      {!busy && (
        <FilePicker
          id="hand-off-file"
          label={words.label}
          words={words}
          error={
            state.at === 'refused'
              ? sentenceFor(reasons, state.reason)
              : state.at === 'failed'
                ? words.failed
                : undefined
          }
          onPick={take}
        />
      )}
      {state.at === 'checking' && <Progress id="hand-off-checking" label={words.checking} />}
      {state.at === 'sending' && <Sending so={state.so} />}
      {state.at === 'stopped' && (
        <Notice tone="warn" announce="now" title={words.stopped}>
          <p>{filled(words.stoppedText, { why: whys[state.why] })}</p>
          <Button kind="quiet" onClick={() => take(state.file)}>
            {words.again}
          </Button>
        </Notice>
      )}
      {state.at === 'done' && <Done so={state.so} />}
    </section>
  )
}

function Sending({ so: { done, items } }: { so: TakenIn }) {
  const words = useWords(outboxScreenWords).take
  const language = useLanguage()
  const far = filled(words.progress, { done: number(language, done), items: number(language, items) })
  return <Progress id="hand-off-sending" label={words.sending} words={far} value={done} max={Math.max(1, items)} />
}

const LINES = ['stored', 'duplicate', 'withdrawn', 'conflict', 'refused'] as const

function Done({ so }: { so: TakenIn }) {
  const words = useWords(outboxScreenWords).take
  const reasons = useWords(reasonWords)
  const language = useLanguage()
  if (so.items === 0) return <Notice announce="polite">{words.empty}</Notice>
  return (
    <Notice tone={so.verdicts.refused > 0 ? 'warn' : 'ok'} announce="polite" title={words.done}>
      <dl class="sums">
        {LINES.filter((it) => it === 'stored' || so.verdicts[it] > 0).map((it) => (
          <div key={it}>
            <dt>{words[it]}</dt>
            <dd>{number(language, so.verdicts[it])}</dd>
          </div>
        ))}
      </dl>
      {[...so.reasons.keys()].map((reason) => (
        <p key={reason}>{sentenceFor(reasons, reason)}</p>
      ))}
      <p>{words.doneText}</p>
    </Notice>
  )
}
