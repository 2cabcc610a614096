import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { formOf, number } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { standPaperWords } from '../i18n/stand-paper.ts'
import { localDay } from '../outbox/team-tally.ts'
import { Button } from '../ui/Button.tsx'
import { keepPaperRow, openSitting, type Place } from './keep-paper-row.ts'
import type { RowName } from './paper-log.ts'
import { isRowFilled, type PaperRow, ROW_FIELDS, type RowField, type RowProblem, rowProblems } from './paper-row.ts'
import { rowProblemWords } from './paper-words.ts'
import { RowFields, rowId } from './RowFields.tsx'
import { RowNotKept, type RowNotKeptProps } from './RowNotKept.tsx'
import { useRowCare } from './use-row-care.ts'

interface Props {
  id: number
  /** Which of the sheet's rows it is. */
  n: number
  /** Where lines behind it are kept already. */
  onLeaveOut: (() => void) | null
  place: Place
  /** What stands in the row when it is new. */
  begun: PaperRow
  onFilled: (filled: boolean) => void
  /** It is being kept: the next one may be typed. */
  onSent: (row: PaperRow) => void
  onKept: (row: PaperRow, name: RowName, code: string) => void
  /** The row was left alone for too long. */
  onCleared: () => void
}

/** One signer's row. It stays filled until it is kept. */
export function RowEntry({ id, n, place, begun, onLeaveOut, onFilled, onSent, onKept, onCleared }: Props) {
  const words = useWords(standPaperWords)
  const language = useLanguage()
  const { campaign, sheet } = place
  const [row, setRow] = useState(begun)
  const [seen, setSeen] = useState<readonly RowField[]>([])
  const [tried, setTried] = useState(false)
  const [work, setWork] = useState<string>()
  const [failed, setFailed] = useState<RowNotKeptProps | null>(null)
  const [slip, setSlip] = useState<RowProblem | null>(null)
  const sitting = useRef(openSitting())
  const care = useRowCare(isRowFilled(row, begun), row, onFilled, onCleared)
  const focusOn = (field: RowField) => document.getElementById(rowId(id, field))?.focus()
  // Before the next key is heard: its letter belongs to this row.
  useLayoutEffect(() => focusOn('lastName'), [])

  const problems = { ...(slip && { slip }), ...rowProblems(row, sheet, campaign) }
  const wrong = ROW_FIELDS.filter((it) => problems[it])
  const title = filled(words.row.title, { sheet: sheet.number, n: number(language, n) })
  const change = (change: Partial<PaperRow>) => {
    setRow((now) => ({ ...now, ...change }))
    if ('slip' in change) setSlip(null)
  }
  const error = (field: RowField) => {
    const problem = problems[field]
    const isHole = problem?.problem === 'missing' || problem?.problem === 'no-way'
    // An empty field is no mistake before Enter.
    if (!problem || (!tried && (isHole || !seen.includes(field)))) return undefined
    return rowProblemWords(words.problem, field, problem)
  }

  const submit = async (event: Event) => {
    event.preventDefault()
    if (care.isBusy()) return
    setTried(true)
    setFailed(null)
    if (wrong[0]) return focusOn(wrong[0])
    const wanted = care.begin()
    setWork(words.row.keeping)
    const name = { sheet: sheet.number, place: n, day: localDay(new Date()) }
    onSent(row)
    try {
      const sending = () => setWork(words.row.sending)
      const outcome = await keepPaperRow(sitting.current, row, name, place, sending)
      // Kept is kept, and counts, whatever has become of the screen meanwhile.
      if ('kept' in outcome) onKept(row, name, sitting.current.code)
      else if (!wanted()) return
      else if ('failed' in outcome) setFailed(outcome)
      else setSlip({ problem: outcome.slip })
    } catch (error) {
      // Without what the error holds: it must not carry a signer's words into a log.
      console.error('paper', error instanceof Error ? error.name : 'unknown')
      if (wanted()) setFailed({ failed: 'unknown' })
    } finally {
      setWork(undefined)
      care.end()
    }
  }

  return (
    <>
      {work && <p class="muted">{`${title} · ${work}`}</p>}
      <form
        class="paper-row stack"
        hidden={work !== undefined}
        onSubmit={submit}
        autocomplete="off"
        noValidate
        aria-label={title}
      >
        <div>
          <h2>{title}</h2>
          <p class="small muted">{words.row.only}</p>
        </div>
        <RowFields
          id={id}
          campaign={campaign}
          sheet={sheet}
          row={row}
          change={change}
          error={error}
          left={(it) => setSeen((now) => (now.includes(it) ? now : [...now, it]))}
        />
        {failed && <RowNotKept {...failed} />}
        {tried && wrong.length > 0 && (
          <p class="field-error" role="alert">
            {filled(formOf(language, wrong.length, words.row.problems), { n: number(language, wrong.length) })}
          </p>
        )}
        <Button type="submit">{words.row.keep}</Button>
        {onLeaveOut && (
          <Button kind="link" onClick={onLeaveOut}>
            {words.row.leaveOut}
          </Button>
        )}
      </form>
    </>
  )
}
