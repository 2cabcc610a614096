import './BarChart.css'

export interface ChartBar {
  key: string | number
  /** Under the bar, where there is room. */
  label: string
  /** In the table, where the bar's own would be too short. */
  whole?: string
  count: number
  /** Drawn in ink: the hour or day that is still going on. */
  now?: boolean
}

interface Props {
  bars: readonly ChartBar[]
  /** What the drawing shows, for who does not see it. */
  label: string
  number: (count: number) => string
  /** Heads of the same figures as a table, and what opens it. */
  table: { open: string; of: string; count: string }
}

const WIDTH = 460
const HEIGHT = 120
/** So that one signature beside a hundred can still be seen. */
const LEAST = 3
const MOST_LABELS = 8
/** One bar alone is a bar, and no wall. */
const MOST_WIDE = 64

/** Figures as bars, and the same as a table for who reads better or does not see. */
export function BarChart({ bars, label, number, table }: Props) {
  const most = Math.max(1, ...bars.map(({ count }) => count))
  const gap = bars.length > 30 ? 1 : 4
  const wide = Math.min((WIDTH + gap) / bars.length, MOST_WIDE)
  const last = bars.length - 1
  const named = bars.length > MOST_LABELS ? [0, Math.floor(bars.length / 2), last] : bars.map((_, i) => i)
  // What was before the first is told by the drawing.
  const first = bars.findIndex(({ count }) => count > 0)
  const anchor = (i: number) =>
    bars.length <= MOST_LABELS ? 'middle' : i === 0 ? 'start' : i === last ? 'end' : 'middle'
  const labelX = (i: number) => ({ start: 0, middle: i * wide + (wide - gap) / 2, end: WIDTH })[anchor(i)]
  return (
    <div>
      <svg class="bar-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT + 24}`} role="img" aria-label={label}>
        {bars.map(({ key, count, now }, i) => {
          const high = count > 0 ? Math.max(LEAST, (count / most) * HEIGHT) : 0
          return (
            <rect
              key={key}
              class={now ? 'now' : undefined}
              x={i * wide}
              y={HEIGHT - high}
              width={wide - gap}
              height={high}
              rx={Math.min(4, high / 2, (wide - gap) / 2)}
            />
          )
        })}
        <path d={`M0 ${HEIGHT}H${WIDTH}`} />
        {named.map((i) => (
          <text key={i} x={labelX(i)} y={HEIGHT + 18} text-anchor={anchor(i)}>
            {bars[i]?.label}
          </text>
        ))}
      </svg>
      <details class="bar-table">
        <summary>{table.open}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{table.of}</th>
              <th scope="col">{table.count}</th>
            </tr>
          </thead>
          <tbody>
            {bars.slice(first).map(({ key, label, whole = label, count }) => (
              <tr key={key}>
                <th scope="row">{whole}</th>
                <td>{number(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  )
}
