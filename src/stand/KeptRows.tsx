import { formOf, number } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { standPaperWords } from '../i18n/stand-paper.ts'
import { localDay } from '../outbox/team-tally.ts'
import { Button } from '../ui/Button.tsx'
import { countOf, inSight, type KeptRow, type Log, sheetsOf } from './paper-log.ts'

interface Props {
  log: Log
  sheet: string
  onUndo: (row: KeptRow) => void
  /** A line that was taken back is to be keyed in once more. */
  onAgain: (row: KeptRow) => void
}

/** What was kept today, as counts: no name comes back to the screen. The last rows can be taken back while they stand here. */
export function KeptRows({ log, sheet, onUndo, onAgain }: Props) {
  const words = useWords(standPaperWords)
  const language = useLanguage()
  const n = (value: number) => number(language, value)
  const today = localDay(new Date())
  const here = countOf(log, today, sheet)
  const all = countOf(log, today)
  const last = inSight(log, today)
  const withdrawn = (count: number) =>
    count > 0 ? ` · ${filled(formOf(language, count, words.counts.withdrawn), { n: n(count) })}` : ''
  const count = sheetsOf(log, today)
  const sheets = filled(formOf(language, count, words.counts.sheets), { n: n(count) })
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
            <dd>{n(here.kept)}</dd>
          </div>
          <div>
            <dt class="small muted">{`${formOf(language, all.kept, words.counts.all)} · ${sheets}${withdrawn(all.withdrawn)}`}</dt>
            <dd>{n(all.kept)}</dd>
          </div>
        </dl>
      </section>
      <section class="stack" aria-labelledby="paper-last">
        <h2 id="paper-last">{words.last.title}</h2>
        <p class="small muted">{last.length === 0 ? words.last.none : words.last.text}</p>
        {last.some(isOfBefore) && <p class="small muted">{words.last.ofBefore}</p>}
        <ol class="plain paper-last">
          {last.map((row) => (
            <Row
              key={`${row.sheet} ${row.place}`}
              row={row}
              onUndo={() => onUndo(row)}
              onAgain={row.sheet === sheet ? () => onAgain(row) : null}
            />
          ))}
        </ol>
      </section>
    </div>
  )
}

/** Its code went with the page that kept it: nothing here can take it back. */
const isOfBefore = ({ fate, code }: KeptRow) => code === null && fate !== 'withdrawn'

interface RowProps {
  row: KeptRow
  onUndo: () => void
  onAgain: (() => void) | null
}

function Row({ row, onUndo, onAgain }: RowProps) {
  const words = useWords(standPaperWords).last
  const language = useLanguage()
  const name = filled(words.row, { sheet: row.sheet, n: number(language, row.place) })
  return (
    <li class={`row between ${row.fate}`}>
      <span>
        <b>{name}</b> <span class="muted">{words.fate[row.fate]}</span>
        {row.doubt && row.fate !== 'withdrawn' && <span class="paper-doubt small">{words.doubt}</span>}
      </span>
      {row.fate === 'withdrawn' && onAgain && (
        <Button kind="link" onClick={onAgain}>
          {words.again}
          <span class="unseen"> {name}</span>
        </Button>
      )}
      {row.code !== null && (
        <Button kind="link" busy={row.fate === 'undoing' ? words.undoing : undefined} onClick={onUndo}>
          {words.undo}
          <span class="unseen"> {name}</span>
        </Button>
      )}
    </li>
  )
}
