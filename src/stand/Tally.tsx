import '../outbox/Reconciliation.css'
import './Day.css'
import type { Campaign } from '../../protocol/campaign.ts'
import { formOf, number } from '../i18n/counting.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { standDayWords } from '../i18n/stand-day.ts'
import { LastContact } from '../outbox/LastContact.tsx'
import { Reconciliation } from '../outbox/Reconciliation.tsx'
import { StorageTrouble } from '../outbox/StorageTrouble.tsx'
import { CaseTable } from './CaseTable.tsx'
import { DayHead } from './DayHead.tsx'
import { HourChart } from './HourChart.tsx'
import type { Standing } from './standing.ts'
import { useDay } from './use-day.ts'

interface Props {
  campaign: Campaign
  standing: Standing
  onLeave: () => void
}

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, it) => all + it, 0)

/** What the team has gathered, and where it is now. */
export function Tally({ campaign, standing, onLeave }: Props) {
  const all = useWords(standDayWords)
  const words = all.tally
  const language = useLanguage()
  const { day, problem } = useDay(standing.stand)
  const signatures = (n: number) => `${number(language, n)}\u00a0${formOf(language, n, words.signatures)}`
  return (
    <div class="stand-day stack">
      <DayHead title={words.title} onLeave={onLeave} />
      {problem && <StorageTrouble problem={problem} />}
      {!day && !problem && <p role="status">{all.reading}</p>}
      {day && (
        <div class="day-rooms">
          <section class="tile stack" aria-labelledby="tally-today">
            <div class="row between">
              <h2 id="tally-today">{words.today}</h2>
              <p class="tally-sum">{signatures(sum(day.counts.today))}</p>
            </div>
            {sum(day.counts.today) === 0 && <p class="muted">{words.none}</p>}
            <HourChart hours={day.counts.hours} now={day.hour} />
            <p>
              {words.since} <b>{signatures(sum(day.counts.total))}</b>
            </p>
          </section>
          <section class="tile stack" aria-labelledby="tally-here">
            <h2 id="tally-here">{words.here}</h2>
            <Reconciliation tally={day.view.tally} />
            <LastContact memory={day.view.memory} />
          </section>
          {sum(day.counts.total) > 0 && (
            <section class="tile stack" aria-labelledby="tally-cases">
              <h2 id="tally-cases">{words.byCase}</h2>
              <CaseTable campaign={campaign} counts={day.counts} />
            </section>
          )}
        </div>
      )}
      <p class="small muted">{words.never}</p>
    </div>
  )
}
