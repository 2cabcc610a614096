// Which hours a day's drawing shows. Pure.

export interface Bar {
  hour: number
  count: number
  /** The hour that it is now. */
  now: boolean
}

/** Few bars would look like a fault. */
const LEAST = 6

/** From the first hour with a signature to the current one, or to the last with one. Empty while there is none. */
export function hourBars(hours: readonly number[], now: number): Bar[] {
  const first = hours.findIndex((count) => count > 0)
  if (first < 0) return []
  const last = Math.max(
    hours.findLastIndex((count) => count > 0),
    Math.min(now, hours.length - 1),
  )
  const from = Math.max(0, Math.min(first, last - LEAST + 1))
  return hours.slice(from, last + 1).map((count, i) => ({ hour: from + i, count, now: from + i === now }))
}
