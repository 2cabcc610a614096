import { useEffect, useRef, useState } from 'preact/hooks'
import { number } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { standPaperWords } from '../i18n/stand-paper.ts'
import { startSending } from '../outbox/sending.ts'
import { Button } from '../ui/Button.tsx'
import { KeptRows } from './KeptRows.tsx'
import type { Place } from './keep-paper-row.ts'
import { again, emptied, firstEntry, gone, leftOut, sent } from './paper-entries.ts'
import type { KeptRow, ToKeyIn } from './paper-log.ts'
import { fieldsOf, firstRow, nextRow, slipCode } from './paper-row.ts'
import { RowEntry } from './RowEntry.tsx'
import { rowId } from './RowFields.tsx'
import type { PaperLog } from './use-paper-log.ts'

interface Props {
  place: Place
  paper: PaperLog
  /** The sheet's lines. */
  lines: ToKeyIn
  /** Of one row, whether it holds what is not kept yet. */
  onFilled: (row: number, filled: boolean) => void
  onSheet: () => void
  onNext: () => void
}

/** Row after row of one sheet. */
export function Typing({ place, paper, lines, onFilled, onSheet, onNext }: Props) {
  const words = useWords(standPaperWords)
  const language = useLanguage()
  const { campaign, sheet } = place
  const blank = firstRow(campaign)
  // Each row is a form of its own: nothing of the one before stays in a field, nor in what the browser would undo.
  const [entries, setEntries] = useState(() => firstEntry(lines, blank))
  const filledRows = useRef(new Set<number>())
  const [said, setSaid] = useState('')
  useEffect(() => startSending(), [])

  const typed = entries.rows.at(-1)
  const say = (sentence: string, row: number) => setSaid(filled(sentence, { n: number(language, row) }))
  /** Back to the row that is typed, from a button that is gone or a row that is on its way. */
  const goOn = () => document.getElementById(rowId(typed?.id ?? 1, 'lastName'))?.focus()
  const undo = async (row: KeptRow) => {
    goOn()
    if (await paper.undo(row)) say(row.slip ? words.last.undoneSlip : words.last.undone, row.place)
  }
  const keyAgain = ({ place }: KeptRow) => {
    const there = entries.rows.find((it) => it.place === place)
    if (there) return document.getElementById(rowId(there.id, 'lastName'))?.focus()
    setEntries((now) => again(now, place, blank, !filledRows.current.has(typed?.id ?? 0)))
  }
  return (
    <>
      {entries.rows.map(({ id, place: n, begun, behind }) => (
        <RowEntry
          key={id}
          id={id}
          n={n}
          place={place}
          begun={begun}
          onLeaveOut={behind ? () => setEntries((now) => leftOut(now, id, blank)) : null}
          onFilled={(filled) => {
            if (filled) filledRows.current.add(id)
            else filledRows.current.delete(id)
            onFilled(id, filled)
          }}
          onSent={(row) => {
            if (id !== typed?.id) goOn()
            setEntries((now) => sent(now, id, nextRow(campaign, row)))
          }}
          onKept={(row, name, code) => {
            paper.add({ ...name, code, slip: slipCode(row) !== null }, fieldsOf(row, sheet))
            setEntries((now) => gone(now, id))
            say(words.row.kept, n)
          }}
          onCleared={() => {
            setEntries((now) => emptied(now, id, blank))
            setSaid(words.row.cleared)
          }}
        />
      ))}
      <p class="paper-said" role="status">
        {said}
      </p>
      <div class="row">
        <Button kind="link" onClick={onNext}>
          {words.sheet.next}
        </Button>
        <Button kind="link" onClick={onSheet}>
          {words.sheet.change}
        </Button>
      </div>
      <KeptRows log={paper.log} sheet={sheet.number} onUndo={undo} onAgain={keyAgain} />
    </>
  )
}
