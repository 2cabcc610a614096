import { useState } from 'preact/hooks'
import { ENDING_ROUTES, type Ending } from '../../../protocol/ending-routes.ts'
import type { LocalText } from '../../../protocol/local-text.ts'
import { MOST_SIGNATURES } from '../../../protocol/petition.ts'
import { ServerRefusal } from '../../api.ts'
import { editorWords } from '../../i18n/console-editor.ts'
import { endingWords } from '../../i18n/console-ending.ts'
import { Button } from '../../ui/Button.tsx'
import { Check } from '../../ui/Check.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Field } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useConsoleWords, useSession } from '../console-context.ts'
import { Failure } from '../Failure.tsx'
import { localDate } from '../key-names.ts'
import { useAction } from '../use-action.ts'

interface Props {
  campaign: string
  newest: number
  petition: Ending['petitions'][number]
  onMarked: (ending: Ending) => void
  /** Somebody else has published: what is shown here is old. */
  onNewer: () => void
  onCancel: () => void
}

const STATES = ['open', 'closed', 'delivered', 'won'] as const
type State = (typeof STATES)[number]

const whole = (text: LocalText) => ['fr', 'en'].every((language) => (text[language] ?? '').trim() !== '')

/** One act for one petition: its state, and what everyone shall read of it. */
export function MarkForm({ campaign, newest, petition, onMarked, onNewer, onCancel }: Props) {
  const { language } = useConsoleWords()
  const said = endingWords[language].mark
  const session = useSession()
  const action = useAction()
  const today = localDate(new Date())
  const [state, setState] = useState<State>(() => (petition.state === 'draft' ? 'open' : nextOf(petition.state)))
  const [date, setDate] = useState(petition.delivered?.date ?? today)
  const [to, setTo] = useState<LocalText>(petition.delivered?.to ?? petition.addressee)
  const [signatures, setSignatures] = useState(String(petition.delivered?.signatures ?? ''))
  const [news, setNews] = useState(state === 'won')
  const [newsDate, setNewsDate] = useState(today)
  const [title, setTitle] = useState<LocalText>({ fr: '', en: '' })
  const [text, setText] = useState<LocalText>({ fr: '', en: '' })
  const written = [title, text].some((it) => Object.values(it).some((words) => words.trim() !== ''))
  const [tried, setTried] = useState(false)
  const digits = signatures.replace(/\s/g, '')
  const handed = digits === '' ? null : Number(digits)
  const uncounted =
    state === 'delivered' && handed !== null && !(Number.isInteger(handed) && handed >= 1 && handed <= MOST_SIGNATURES)
  const early = (state === 'delivered' && date > today) || (news && newsDate > today)
  const missing = (state === 'delivered' && !whole(to)) || (news && !(whole(title) && whole(text)))

  function submit(event: Event) {
    event.preventDefault()
    setTried(true)
    if (missing || early || uncounted) return
    action.run(async () => {
      const body = {
        newest,
        state,
        delivered: state === 'delivered' ? { date, to, ...(handed && { signatures: handed }) } : petition.delivered,
        update: news ? { date: newsDate, title, text } : null,
      }
      try {
        const parameters = { campaign, petition: petition.id }
        onMarked(await session.call(ENDING_ROUTES.mark, { parameters, body }))
      } catch (failure) {
        if (failure instanceof ServerRefusal && failure.reason === 'newer-draft') onNewer()
        throw failure
      }
    })
  }

  const newer = action.error instanceof ServerRefusal && action.error.reason === 'newer-draft'
  return (
    <form class="stack ending-form" onSubmit={submit} noValidate>
      <Choice
        name={`mark-${petition.id}`}
        legend={said.title}
        options={STATES.map((value) => ({ value, label: said.states[value] }))}
        value={state}
        onChange={(next) => {
          setState(next)
          // Who wins has something to tell; whoever only looked at it wrote nothing and is asked for nothing.
          if (next === 'won' || !written) setNews(next === 'won')
        }}
      />
      <p class="field-hint">{said.means[state]}</p>
      {state === 'delivered' && (
        <>
          <DateInput id={`mark-date-${petition.id}`} label={said.date} value={date} max={today} onDate={setDate} />
          <Pair id={`mark-to-${petition.id}`} label={said.to} value={to} max={200} onText={setTo} />
          <Field
            id={`mark-signatures-${petition.id}`}
            label={said.signatures}
            hint={said.signaturesHint}
            error={tried && uncounted ? said.uncounted : undefined}
            inputMode="numeric"
            autocomplete="off"
            maxLength={11}
            value={signatures}
            onInput={({ currentTarget }) => setSignatures(currentTarget.value)}
          />
        </>
      )}
      <Check id={`mark-news-${petition.id}`} checked={news} onChange={setNews}>
        {said.news}
      </Check>
      {news && (
        <>
          <DateInput
            id={`mark-news-date-${petition.id}`}
            label={said.newsDate}
            value={newsDate}
            max={today}
            onDate={setNewsDate}
          />
          <Pair id={`mark-title-${petition.id}`} label={said.newsTitle} value={title} max={140} onText={setTitle} />
          <Pair
            id={`mark-text-${petition.id}`}
            label={said.newsText}
            value={text}
            max={3000}
            rows={4}
            onText={setText}
          />
        </>
      )}
      {tried && missing && (
        <p class="field-error" role="alert">
          {said.missing}
        </p>
      )}
      {tried && early && (
        <p class="field-error" role="alert">
          {said.notYet}
        </p>
      )}
      {newer ? (
        <Notice tone="warn" announce="now">
          {said.newer}
        </Notice>
      ) : (
        action.error !== null && <Failure error={action.error} />
      )}
      <div class="row">
        <Button type="submit" busy={action.busy ? said.saving : undefined}>
          {said.save}
        </Button>
        <Button kind="link" onClick={onCancel}>
          {said.cancel}
        </Button>
      </div>
    </form>
  )
}

/** What usually comes next. */
const nextOf = (state: State): State => (state === 'open' ? 'closed' : state === 'closed' ? 'delivered' : 'won')

interface DateInputProps {
  id: string
  label: string
  value: string
  max: string
  onDate: (date: string) => void
}

const DateInput = ({ id, label, value, max, onDate }: DateInputProps) => (
  <Field id={id} label={label}>
    {(wiring) => (
      <input
        {...wiring}
        type="date"
        value={value}
        max={max}
        onInput={(event) => event.currentTarget.value && onDate(event.currentTarget.value)}
      />
    )}
  </Field>
)

interface PairProps {
  id: string
  label: string
  value: LocalText
  max: number
  rows?: number
  onText: (text: LocalText) => void
}

function Pair({ id, label, value, max, rows, onText }: PairProps) {
  const { language: spoken } = useConsoleWords()
  const names = editorWords[spoken].languages
  return (
    <fieldset>
      <legend class="field-label">{label}</legend>
      <div class="console-pair">
        {(['fr', 'en'] as const).map((language) => {
          const wiring = {
            id: `${id}-${language}`,
            class: 'input',
            lang: language,
            maxLength: max,
            value: value[language] ?? '',
            onInput: (event: { currentTarget: { value: string } }) =>
              onText({ ...value, [language]: event.currentTarget.value }),
          }
          return (
            <div class="field" key={language}>
              <label class="small" for={wiring.id}>
                {names[language]}
              </label>
              {rows ? <textarea {...wiring} rows={rows} /> : <input {...wiring} type="text" autocomplete="off" />}
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}
