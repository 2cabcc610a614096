import { useEffect, useRef, useState } from 'preact/hooks'
import type { Campaign } from '../../protocol/campaign.ts'
import type { Petition } from '../../protocol/petition.ts'
import { day, formOf, number } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import { useLanguage, useSay, useWords } from '../i18n/language.tsx'
import { standPaperWords } from '../i18n/stand-paper.ts'
import { Button } from '../ui/Button.tsx'
import { Check } from '../ui/Check.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { countOf, earlierOf, type Log, type ToKeyIn, toKeyIn } from './paper-log.ts'
import { TICKS, type Tick } from './paper-row.ts'
import { type Sheet, sheetProblems, textsNow } from './paper-sheet.ts'
import { SheetTexts } from './SheetTexts.tsx'

interface Props {
  campaign: Campaign
  open: readonly Petition[]
  first: Sheet
  log: Log
  today: string
  onBegin: (sheet: Sheet, lines: ToKeyIn) => void
}

/** What the sheet in hand carries; asked once for each, with the last one's answers. */
export function SheetSetup({ campaign, open, first, log, today, onBegin }: Props) {
  const words = useWords(standPaperWords).sheet
  const language = useLanguage()
  const say = useSay()
  const [sheet, setSheet] = useState(first)
  const [tried, setTried] = useState(false)
  const [onward, setOnward] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])

  const problems = sheetProblems(sheet)
  const change = (change: Partial<Sheet>) => setSheet((now) => ({ ...now, ...change }))
  const now = textsNow(campaign)
  const toggle = (id: string, on: boolean) =>
    change({ petitions: on ? [...sheet.petitions, id] : sheet.petitions.filter((it) => it !== id) })
  const carry = (tick: Tick, on: boolean) => {
    const { [tick]: _, ...rest } = sheet.texts
    change({ texts: on && now[tick] ? { ...rest, [tick]: now[tick] } : rest })
  }

  const typed = sheet.number.trim()
  const before = countOf(log, today, typed)
  const keyed = before.kept + before.withdrawn
  const earlier = keyed === 0 ? earlierOf(log, typed, today) : null
  const lines = toKeyIn(log, typed, today, onward)
  const nextLine = number(language, lines.missing[0] ?? lines.next)

  const submit = (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (problems.number) return input.current?.focus()
    if (problems.petitions) return document.getElementById(`paper-for-${open[0]?.id}`)?.focus()
    onBegin({ ...sheet, number: typed }, lines)
  }

  return (
    <form class="paper-sheet-setup stack" onSubmit={submit} autocomplete="off" noValidate aria-labelledby="paper-sheet">
      <div>
        <h2 id="paper-sheet">{words.title}</h2>
        <p class="muted">{words.text}</p>
      </div>
      <Field
        id="paper-number"
        label={words.number}
        hint={words.numberHint}
        error={tried && problems.number ? words.missing : undefined}
        value={sheet.number}
        onInput={(event) => {
          change({ number: event.currentTarget.value })
          setOnward(false)
        }}
        inputRef={input}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        maxLength={40}
      />
      {keyed > 0 && (
        <Notice announce="polite">
          {filled(formOf(language, keyed, words.again), {
            n: number(language, keyed),
            next: nextLine,
          })}
        </Notice>
      )}
      {earlier && (
        <Notice announce="polite">
          <p>
            {filled(formOf(language, earlier.rows, words.earlier), {
              n: number(language, earlier.rows),
              day: day(language, earlier.day),
            })}
          </p>
          <Check id="paper-onward" checked={onward} onChange={setOnward}>
            {filled(words.onward, { next: number(language, toKeyIn(log, typed, today, true).next) })}
          </Check>
        </Notice>
      )}
      <fieldset>
        <legend class="field-label">{words.petitions}</legend>
        {open.map((it) => (
          <Check
            key={it.id}
            id={`paper-for-${it.id}`}
            checked={sheet.petitions.includes(it.id)}
            onChange={(on) => toggle(it.id, on)}
          >
            {`${it.person}, ${say(it.country)}`}
          </Check>
        ))}
        {tried && problems.petitions && (
          <p class="field-error" role="alert">
            {words.noPetition}
          </p>
        )}
      </fieldset>
      {TICKS.some((it) => now[it]) && (
        <fieldset>
          <legend class="field-label">{words.carries}</legend>
          {TICKS.filter((it) => now[it]).map((it) => (
            <Check
              key={it}
              id={`paper-has-${it}`}
              checked={sheet.texts[it] !== undefined}
              onChange={(on) => carry(it, on)}
            >
              {words[it]}
            </Check>
          ))}
        </fieldset>
      )}
      <SheetTexts campaign={campaign} sheet={sheet} onChange={change} />
      <Button type="submit">{words.begin}</Button>
    </form>
  )
}
