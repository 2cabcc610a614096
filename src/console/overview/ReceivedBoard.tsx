import './overview.css'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { FROM_PHONES, type Received } from '../../../protocol/overview-routes.ts'
import { consoleOverviewWords } from '../../i18n/console-overview.ts'
import { written } from '../../i18n/counting.ts'
import { useSay } from '../../i18n/language.tsx'
import { BarChart } from '../../ui/BarChart.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Field } from '../../ui/Field.tsx'
import { useConsoleWords } from '../console-context.ts'
import { Failure } from '../Failure.tsx'
import { Stale } from '../Stale.tsx'
import type { CampaignSummary } from '../use-campaigns.ts'
import { useEnding } from '../use-ending.ts'
import { useStands } from '../use-stands.ts'
import { AttentionList } from './AttentionList.tsx'
import { type Bucket, dayBuckets, hourBuckets } from './buckets.ts'
import { PlaceTable } from './PlaceTable.tsx'
import type { ReceivedFilter, useReceived } from './use-received.ts'

type Scale = 'hours' | 'days'

interface Props {
  campaign: CampaignSummary
  live: ReturnType<typeof useReceived>
  filter: ReceivedFilter
  onFilter: (filter: ReceivedFilter) => void
  /** The figures are older than now, and somebody says so already. */
  stale: boolean
  /** Beside the drawing. */
  children: ComponentChildren
}

/** How a campaign is going: what wants a look, what came by hour or day, and from where. It follows the server by itself. */
export function ReceivedBoard({ campaign, live, filter, onFilter, stale, children }: Props) {
  const { words, language } = useConsoleWords()
  const said = consoleOverviewWords[language]
  const say = useSay()
  const [scale, setScale] = useState<Scale>('hours')
  const { received, at, error, reload } = live
  const { stands } = useStands(campaign.id)
  // What cannot be told now is told when the overview is looked at again.
  const { ending } = useEnding(campaign.id, campaign.envelopes)
  if (!received)
    return (
      <>
        {children}
        {error === null ? <p class="muted">{words.loading}</p> : <Failure error={error} onRetry={reload} />}
      </>
    )

  const names = new Map((stands?.stands ?? []).map(({ stand }) => [stand.id, stand.name]))
  return (
    <>
      <AttentionList campaign={campaign.id} stands={stands} ending={ending} now={at} />
      <div class="overview-board">
        <section class="tile stack" aria-label={said.title}>
          {!stale && <Stale list={{ error, at: new Date(at) }} />}
          <div class="overview-filters">
            <Choice
              name={`scale-${campaign.id}`}
              legend={said.scale}
              options={[
                { value: 'hours', label: said.byHour },
                { value: 'days', label: said.byDay },
              ]}
              value={scale}
              onChange={setScale}
            />
            <OneOf
              id={`petition-${campaign.id}`}
              label={said.petition}
              value={filter.petition}
              options={[
                { value: '', label: said.allPetitions },
                ...campaign.petitions.map((it) => ({ value: it.id, label: say(it.title) })),
              ]}
              onChange={(petition) => onFilter({ ...filter, petition })}
            />
            <OneOf
              id={`from-${campaign.id}`}
              label={said.place}
              value={filter.from}
              options={[
                { value: '', label: said.everywhere },
                { value: FROM_PHONES, label: said.phones },
                ...[...names].map(([value, label]) => ({ value, label })),
              ]}
              onChange={(from) => onFilter({ ...filter, from })}
            />
          </div>
          <Chart scale={scale} received={received} now={at} />
        </section>
        <div class="stack">
          {children}
          <PlaceTable places={received.places} names={names} />
        </div>
      </div>
    </>
  )
}

function Chart({ scale, received, now }: { scale: Scale; received: Received; now: number }) {
  const { language, number } = useConsoleWords()
  const said = consoleOverviewWords[language]
  const buckets = scale === 'hours' ? hourBuckets(received.hours, now) : dayBuckets(received.hours, now)
  const style = scale === 'hours' ? ({ hour: 'numeric' } as const) : ({ day: 'numeric', month: 'short' } as const)
  const whole = scale === 'hours' ? ({ weekday: 'long', hour: 'numeric' } as const) : style
  if (received.hours.length === 0) return <p class="muted">{said.none}</p>
  return (
    <BarChart
      bars={buckets.map(({ at, count, now }: Bucket) => ({
        ...{ key: at, count, now },
        label: written(language, at, style),
        whole: written(language, at, whole),
      }))}
      label={scale === 'hours' ? said.hourChart : said.dayChart}
      number={number}
      table={{
        open: said.asTable,
        of: scale === 'hours' ? said.hour : said.day,
        count: said.signatures,
      }}
    />
  )
}

interface OneOfProps {
  id: string
  label: string
  value: string
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
}

const OneOf = ({ id, label, value, options, onChange }: OneOfProps) => (
  <Field id={id} label={label}>
    {(wiring) => (
      <select {...wiring} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map((it) => (
          <option key={it.value} value={it.value}>
            {it.label}
          </option>
        ))}
      </select>
    )}
  </Field>
)
