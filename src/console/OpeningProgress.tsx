import { filled } from '../i18n/filled.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Progress } from '../ui/Progress.tsx'
import { useConsoleWords } from './console-context.ts'
import { Heading } from './Heading.tsx'
import type { OpeningState } from './use-opening.ts'

interface Props {
  state: Extract<OpeningState, { at: 'running' }>
  /** Envelopes that the server holds; some may have come since. */
  total: number
  onPause: (paused: boolean) => void
  onCancel: () => void
}

export function OpeningProgress({ state, total, onPause, onCancel }: Props) {
  const { words, number } = useConsoleWords()
  const said = words.open
  const done = state.tally.envelopes
  const all = Math.max(done, total)
  const unreadable = state.tally.unreadable.length
  const tenth = Math.floor((done / all) * 10)
  return (
    <div class="console-form stack">
      <Heading as="h2">{said.running}</Heading>
      <Progress
        id="opening"
        label={state.paused ? said.paused : said.opened}
        words={filled(said.progress, { done: number(done), total: number(all) })}
        value={done}
        max={all}
      />
      {/* Read out at each tenth, and not at each page. */}
      <p class="unseen" role="status">
        {state.paused ? said.paused : `${said.running} ${tenth * 10} %`}
      </p>
      {unreadable > 0 && <p class="small">{filled(said.unreadableSoFar, { n: number(unreadable) })}</p>}
      {state.stalled !== null && (
        <Notice tone="warn" announce="polite">
          {said.stalled}
        </Notice>
      )}
      <div class="row">
        <Button kind="quiet" onClick={() => onPause(!state.paused)}>
          {state.paused ? said.goOn : said.pause}
        </Button>
        <Button kind="link" onClick={onCancel}>
          {said.cancel}
        </Button>
      </div>
    </div>
  )
}
