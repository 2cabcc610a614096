// How near the day is on which everything has to be destroyed.

const DAY_MS = 24 * 60 * 60 * 1000

/** Days from one calendar date to another; negative where it is over. */
export const daysUntil = (date: string, today: string): number =>
  Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / DAY_MS)

/** `soon` from 30 days before, `near` from 7; null: nothing has to be said. */
export function retentionNotice(destroyBy: string, today: string): 'soon' | 'near' | 'today' | 'late' | null {
  const days = daysUntil(destroyBy, today)
  if (days < 0) return 'late'
  if (days === 0) return 'today'
  return days <= 7 ? 'near' : days <= 30 ? 'soon' : null
}
