import { formOf, number } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { standPaperWords } from '../i18n/stand-paper.ts'
import { Button } from '../ui/Button.tsx'
import { countOf, inSight, type KeptRow, type Log, sheetsOf } from './paper-log.ts'

interface Props {
  log: Log
  sheet: string
  onUndo: (row: KeptRow) => void
}

/** What was kept, as counts: no name comes back to the screen. The last rows can be taken back while they stand here. */
export function KeptRows({ log, sheet, onUndo }: Props) {
  const words = useWords(standPaperWords)
  const language = useLanguage()
  const n = (value: number) => number(language, value)
  const here = countOf(log, sheet)
  const all = countOf(log)
  const withdrawn = (count: number) =>
    count > 0 ? ` · ${filled(formOf(language, count, words.counts.withdrawn), { n: n(count) })}` : ''
  const sheets = filled(formOf(language, sheetsOf(log), words.counts.sheets), { n: n(sheetsOf(log)) })
  return (
    <div class="paper-kept">
      <section class="tile" aria-labelledby="paper-counts">
        <h2 id="paper-counts" class="unseen">
          {words.counts.title}
        </h2>
        <dl class="paper-counts">
          <div>
            <dt class="small muted">
              {filled(formOf(language, here.kept, words.counts.sheet), { sheet })}
              {withdrawn(here.withdrawn)}
            </dt>
            <dd class="num">{n(here.kept)}</dd>
          </div>
          <div>
            <dt class="small muted">{`${formOf(language, all.kept, words.counts.all)} · ${sheets}${withdrawn(all.withdrawn)}`}</dt>
            <dd class="num">{n(all.kept)}</dd>
          </div>
        </dl>
      </section>
      <section class="stack" aria-labelledby="paper-last">
        <h2 id="paper-last">{words.last.title}</h2>
        <p class="small muted">{log.length === 0 ? words.last.none : words.last.text}</p>
        <ol class="plain paper-last">
          {inSight(log).map((row) => (
            <Row key={`${row.sheet} ${row.place}`} row={row} onUndo={() => onUndo(row)} />
          ))}
        </ol>
      </section>
    </div>
  )
}

function Row({ row, onUndo }: { row: KeptRow; onUndo: () => void }) {
  const words = useWords(standPaperWords).last
  const language = useLanguage()
  const name = filled(words.row, { sheet: row.sheet, n: number(language, row.place) })
  return (
    <li class={`row between ${row.fate}`}>
      <span>
        <b>{name}</b> <span class="muted">{words.fate[row.fate]}</span>
        {row.doubt && row.fate !== 'withdrawn' && <span class="paper-doubt small">{words.doubt}</span>}
      </span>
      {row.code !== null && (
        <Button kind="link" busy={row.fate === 'undoing' ? words.undoing : undefined} onClick={onUndo}>
          {words.undo}
          <span class="unseen"> {name}</span>
        </Button>
      )}
    </li>
  )
}
