import { filled } from '../../i18n/filled.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { Failure } from '../Failure.tsx'
import { useReviewWords } from './use-review-words.ts'
import type { RunState } from './use-run.ts'

/** Confirming that the files are safe, and what was exported before. */
export function RunBoard({ run: state }: { run: RunState }) {
  const { said, number, momentOf } = useReviewWords()
  const { run, progress, earlier, busy, error } = state
  const text = said.files
  const others = earlier.filter((it) => it.run !== run?.run)
  return (
    <section class="stack">
      <h3>{text.runTitle}</h3>
      <p>{text.runText}</p>
      {error !== null && <Failure error={error} onRetry={run ? undefined : state.record} />}
      {progress && (
        <Progress
          id="recording"
          label={filled(text.recording, { done: number(progress.done), total: number(progress.total) })}
          value={progress.done}
          max={Math.max(1, progress.total)}
        />
      )}
      {!run && !progress && error === null && <p class="muted">{text.runFirst}</p>}
      {run && run.confirmedAt === null && (
        <div class="desk-confirm">
          <Button onClick={() => state.confirm(true)} busy={busy ? text.confirming : undefined}>
            {text.confirm}
          </Button>
        </div>
      )}
      {run?.confirmedAt && (
        <Notice tone="ok" announce="polite">
          <p>{text.confirmed}</p>
          <Button kind="link" onClick={() => state.confirm(false)}>
            {text.undo}
          </Button>
        </Notice>
      )}
      {others.length > 0 && (
        <div class="tile">
          <table class="console-table console-narrow">
            <caption class="console-caption">{text.earlier}</caption>
            <thead>
              <tr>
                <th scope="col">{text.when}</th>
                <th scope="col">{text.who}</th>
                <th scope="col" class="n">
                  {text.envelopes}
                </th>
                <th scope="col">{text.state}</th>
              </tr>
            </thead>
            <tbody>
              {others.slice(0, 20).map((it) => (
                <tr key={it.run}>
                  <th scope="row">{momentOf(it.at)}</th>
                  <td data-label={text.who}>{it.by}</td>
                  <td class="n" data-label={text.envelopes}>
                    {number(it.envelopes)}
                  </td>
                  <td data-label={text.state}>{it.confirmedAt ? text.stateConfirmed : text.stateOpen}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
