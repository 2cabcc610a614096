import { number } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { standDayWords } from '../i18n/stand-day.ts'
import { hourBars } from './hour-bars.ts'

const WIDTH = 460
const HEIGHT = 120
const GAP = 4
/** So that one signature beside a hundred can still be seen. */
const LEAST = 3

/** Today's hours as bars, and the same as a table for who reads better or does not see. */
export function HourChart({ hours, now }: { hours: readonly number[]; now: number }) {
  const words = useWords(standDayWords).tally
  const language = useLanguage()
  const bars = hourBars(hours, now)
  if (bars.length === 0) return null
  const wide = (WIDTH + GAP) / bars.length
  const at = (hour: number) => filled(words.hour, { hour: String(hour) })
  const named = bars.length > 8 ? [0, Math.floor(bars.length / 2), bars.length - 1] : bars.map((_, i) => i)
  return (
    <div>
      <svg class="tally-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT + 24}`} role="img" aria-label={words.chart}>
        {bars.map(({ hour, count, height, now }, i) => {
          const high = count > 0 ? Math.max(LEAST, height * HEIGHT) : 0
          return (
            <rect
              key={hour}
              class={now ? 'now' : undefined}
              x={i * wide}
              y={HEIGHT - high}
              width={wide - GAP}
              height={high}
              rx={Math.min(4, high / 2)}
            />
          )
        })}
        <path d={`M0 ${HEIGHT}H${WIDTH}`} />
        {named.map((i) => (
          <text key={i} x={i * wide + (wide - GAP) / 2} y={HEIGHT + 18} text-anchor="middle">
            {at(bars[i]?.hour ?? 0)}
          </text>
        ))}
      </svg>
      <details>
        <summary>{words.asTable}</summary>
        <table class="tally-table">
          <thead>
            <tr>
              <th scope="col">{words.hourColumn}</th>
              <th scope="col">{words.countColumn}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ hour, count }) => (
              <tr key={hour}>
                <th scope="row">{at(hour)}</th>
                <td>{number(language, count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  )
}
