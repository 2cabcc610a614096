import { useState } from 'preact/hooks'
import type { ExportFilter, ExportRun } from '../../../protocol/review-routes.ts'
import type { StandView } from '../../../protocol/stand-routes.ts'
import { filled } from '../../i18n/filled.ts'
import { useSay } from '../../i18n/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Check } from '../../ui/Check.tsx'
import { Field } from '../../ui/Field.tsx'
import type { CampaignSummary } from '../use-campaigns.ts'
import { useStandWords } from '../use-stand-words.ts'
import { CHANNELS, everything, type FilterDraft, filterOf, type Total } from './filter-draft.ts'
import { useReviewWords } from './use-review-words.ts'

interface Props {
  campaign: CampaignSummary
  /** Earlier exports; null where nobody records them. */
  runs: readonly ExportRun[] | null
  stands: readonly StandView[]
  /** A hook: how many envelopes there are to open by a filter; null while that is being counted, or without one. */
  useTotal: (campaign: CampaignSummary, filter: ExportFilter | null) => Total | null
  onStart: (filter: ExportFilter, total: number) => void
}

/** Everything by one button; who wants a part of it ticks what. */
export function ChooseWhat({ campaign, runs, stands, useTotal, onStart }: Props) {
  const { said, words, counted, dayOf } = useReviewWords()
  const { datesOf } = useStandWords()
  const say = useSay()
  const all = campaign.petitions.map((it) => it.id)
  const [draft, setDraft] = useState<FilterDraft>(() => everything(all))
  const filter = filterOf(draft, all)
  const wrong = typeof filter === 'string' ? filter : null
  const total = useTotal(campaign, typeof filter === 'string' ? null : filter)
  const change = (changes: Partial<FilterDraft>) => setDraft((was) => ({ ...was, ...changes }))
  const confirmed = runs?.find((it) => it.confirmedAt !== null)
  const text = said.choose

  if (campaign.envelopes === 0) return <p role="status">{words.open.nothing}</p>
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (typeof filter !== 'string' && total?.count) onStart(filter, total.count + total.aside)
      }}
    >
      <details class="choose">
        <summary>{text.part}</summary>
        <div class="stack">
          {runs && (
            <Check
              id="choose-fresh"
              checked={draft.fresh}
              onChange={(fresh) => change({ fresh })}
              hint={
                confirmed?.confirmedAt
                  ? filled(text.freshSince, { date: dayOf(confirmed.confirmedAt), name: confirmed.confirmedBy ?? '' })
                  : text.noneConfirmed
              }
            >
              {text.fresh}
            </Check>
          )}
          <Ticks
            id="choose-petition"
            legend={text.petitions}
            error={wrong === 'noPetition' ? text.noPetition : undefined}
            options={campaign.petitions.map((it) => ({ value: it.id, label: say(it.title) }))}
            chosen={draft.petitions}
            onChange={(petitions) => change({ petitions })}
          />
          <div class="desk-pair">
            <DateField id="choose-from" label={text.from} value={draft.from} onInput={(from) => change({ from })} />
            <DateField
              id="choose-to"
              label={text.to}
              value={draft.to}
              error={wrong === 'wrongDates' ? text.wrongDates : undefined}
              onInput={(to) => change({ to })}
            />
          </div>
          <Ticks
            id="choose-channel"
            legend={text.channels}
            error={wrong === 'noChannel' ? text.noChannel : undefined}
            options={CHANNELS.map((value) => ({ value, label: text.channel[value] }))}
            chosen={draft.channels}
            onChange={(channels) => change({ channels })}
          />
          {stands.length > 0 && (
            <Field id="choose-stands" label={text.stands}>
              {(wiring) => (
                <select
                  {...wiring}
                  value={draft.stands[0] ?? ''}
                  onChange={({ currentTarget: { value } }) => change({ stands: value ? [value] : [] })}
                >
                  <option value="">{text.allStands}</option>
                  {stands.map(({ stand }) => (
                    <option key={stand.id} value={stand.id}>{`${stand.name} (${datesOf(stand)})`}</option>
                  ))}
                </select>
              )}
            </Field>
          )}
        </div>
      </details>
      {total?.count === 0 ? (
        <p role="status">{text.none}</p>
      ) : (
        <div class="console-actions">
          <Button type="submit" busy={total === null && !wrong ? text.counting : undefined}>
            {counted(words.open.start, total?.count ?? campaign.envelopes)}
          </Button>
          {total !== null && total.aside > 0 && <p class="small muted">{counted(text.aside, total.aside)}</p>}
        </div>
      )}
    </form>
  )
}

interface DateProps {
  id: string
  label: string
  value: string
  error?: string | undefined
  onInput: (value: string) => void
}

const DateField = ({ id, label, value, error, onInput }: DateProps) => (
  <Field id={id} label={label} error={error}>
    {(wiring) => (
      <input {...wiring} type="date" value={value} onInput={({ currentTarget }) => onInput(currentTarget.value)} />
    )}
  </Field>
)

interface TicksProps<V extends string> {
  id: string
  legend: string
  error: string | undefined
  options: readonly { value: V; label: string }[]
  chosen: readonly V[]
  onChange: (chosen: V[]) => void
}

function Ticks<V extends string>({ id, legend, error, options, chosen, onChange }: TicksProps<V>) {
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined}>
      <legend class="field-label">{legend}</legend>
      {options.map(({ value, label }) => (
        <Check
          key={value}
          id={`${id}-${value}`}
          checked={chosen.includes(value)}
          onChange={(on) => onChange(on ? [...chosen, value] : chosen.filter((it) => it !== value))}
        >
          {label}
        </Check>
      ))}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  )
}
