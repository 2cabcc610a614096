import { number } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { standDayWords } from '../i18n/stand-day.ts'
import { BarChart } from '../ui/BarChart.tsx'
import { hourBars } from './hour-bars.ts'

/** Today's hours as bars, and the same as a table. */
export function HourChart({ hours, now }: { hours: readonly number[]; now: number }) {
  const words = useWords(standDayWords).tally
  const language = useLanguage()
  const bars = hourBars(hours, now)
  if (bars.length === 0) return null
  return (
    <BarChart
      bars={bars.map(({ hour, count, now }) => ({
        key: hour,
        label: filled(words.hour, { hour: String(hour) }),
        count,
        now,
      }))}
      label={words.chart}
      number={(count) => number(language, count)}
      table={{ open: words.asTable, of: words.hourColumn, count: words.countColumn }}
    />
  )
}
