import './Day.css'
import type { Stand } from '../../protocol/stand.ts'
import { formOf, number } from '../i18n/counting.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { standDayWords } from '../i18n/stand-day.ts'
import { HourChart } from './HourChart.tsx'
import { type Day, useDay } from './use-day.ts'

/** What the team has gathered today, at a glance; nothing before there is something. */
export function Today({ stand }: { stand: Stand }) {
  const { day } = useDay(stand)
  if (!day || sum(day.counts.today) === 0) return null
  return (
    <section class="tile stack" aria-labelledby="tally-today">
      <TodayHours day={day} />
    </section>
  )
}

/** Today's signatures, hour by hour. */
export function TodayHours({ day: { counts, hour } }: { day: Day }) {
  const words = useWords(standDayWords).tally
  const signatures = useSignatures()
  const today = sum(counts.today)
  return (
    <>
      <div class="row between">
        <h2 id="tally-today">{words.today}</h2>
        <p class="tally-sum">{signatures(today)}</p>
      </div>
      {today === 0 && <p class="muted">{words.none}</p>}
      <HourChart hours={counts.hours} now={hour} />
    </>
  )
}

/** `12 signatures`, in the words of the language. */
export function useSignatures(): (n: number) => string {
  const words = useWords(standDayWords).tally
  const language = useLanguage()
  return (n) => `${number(language, n)}\u00a0${formOf(language, n, words.signatures)}`
}

export const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((all, it) => all + it, 0)
