// From the server's hours to the bars of a drawing, in the coordinator's own time zone. Pure.

/** Hours since 1970, UTC, and what came in each. */
export type Hours = readonly (readonly [hour: number, signatures: number])[]

export interface Bucket {
  /** Its beginning, in ms. */
  at: number
  count: number
  /** It is still going on. */
  now: boolean
}

const HOUR_MS = 60 * 60 * 1000
const HOURS_SHOWN = 24
const MOST_DAYS = 60
/** Few bars would look like a fault. */
const FEWEST_DAYS = 7

/** The last day and night, hour by hour, ending with the current one. */
export function hourBuckets(hours: Hours, now: number): Bucket[] {
  const last = Math.floor(now / HOUR_MS)
  const counts = new Map(hours)
  return Array.from({ length: HOURS_SHOWN }, (_, i) => {
    const hour = last - HOURS_SHOWN + 1 + i
    return { at: hour * HOUR_MS, count: counts.get(hour) ?? 0, now: hour === last }
  })
}

const midnight = (at: number): Date => {
  const day = new Date(at)
  day.setHours(0, 0, 0, 0)
  return day
}

/** Day by day, from the first signature to today; of a long campaign the last sixty days. */
export function dayBuckets(hours: Hours, now: number): Bucket[] {
  const counts = new Map<number, number>()
  for (const [hour, n] of hours) {
    const day = midnight(hour * HOUR_MS).getTime()
    counts.set(day, (counts.get(day) ?? 0) + n)
  }
  const today = midnight(now)
  const first = Math.min(...counts.keys(), today.getTime())
  const buckets: Bucket[] = []
  // By the calendar and not by 24 hours: days are longer and shorter where clocks change.
  for (const day = new Date(today); buckets.length < MOST_DAYS; day.setDate(day.getDate() - 1)) {
    const at = day.getTime()
    if (at < first && buckets.length >= FEWEST_DAYS) break
    buckets.unshift({ at, count: counts.get(at) ?? 0, now: at === today.getTime() })
  }
  return buckets
}
