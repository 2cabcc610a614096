import '../outbox/Reconciliation.css'
import './Day.css'
import type { Campaign } from '../../protocol/campaign.ts'
import { formOf, number } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import type { Forms } from '../i18n/forms.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { standDayWords } from '../i18n/stand-day.ts'
import { LastContact } from '../outbox/LastContact.tsx'
import { Reconciliation } from '../outbox/Reconciliation.tsx'
import { StorageTrouble } from '../outbox/StorageTrouble.tsx'
import { Notice } from '../ui/Notice.tsx'
import { CaseTable } from './CaseTable.tsx'
import { DayHead } from './DayHead.tsx'
import { duplicateHint } from './duplicate-hint.ts'
import type { Standing } from './standing.ts'
import { sum, TodayHours, useSignatures } from './Today.tsx'
import { unkept } from './unkept.ts'
import { useDay } from './use-day.ts'

interface Props {
  campaign: Campaign
  standing: Standing
  onLeave: () => void
}

/** What the team has gathered, and where it is now. */
export function Tally({ campaign, standing, onLeave }: Props) {
  const all = useWords(standDayWords)
  const words = all.tally
  const { day, problem } = useDay(standing.stand)
  const signatures = useSignatures()
  return (
    <div class="stand-day stack">
      <DayHead title={words.title} onLeave={onLeave} />
      {problem && <StorageTrouble problem={problem} />}
      {!day && !problem && <p role="status">{all.reading}</p>}
      {day && (
        <div class="day-rooms">
          <section class="tile stack" aria-labelledby="tally-today">
            <TodayHours day={day} />
            <Hints />
            <p>
              {words.since} <b>{signatures(sum(day.counts.total))}</b>
            </p>
          </section>
          <section class="tile stack" aria-labelledby="tally-here">
            <h2 id="tally-here">{words.here}</h2>
            <p class="small muted">{words.unit}</p>
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

/** What this tablet noticed since it was opened, for the team alone. */
function Hints() {
  const words = useWords(standDayWords).tally
  const language = useLanguage()
  const say = (n: number, forms: Forms) => filled(formOf(language, n, forms), { n: number(language, n) })
  const twice = duplicateHint.count(new Date())
  return (
    <>
      {twice > 0 && <p class="muted">{say(twice, words.twice)}</p>}
      {unkept.count > 0 && <Notice tone="bad">{say(unkept.count, words.unkept)}</Notice>}
    </>
  )
}
