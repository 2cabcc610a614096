// What a stand's team has gathered, in signatures: counted in the transaction that keeps the envelope, and never lowered by
// what becomes of it. No volunteer's and no signer's name is near it.
import type { Envelope } from '../../protocol/envelope.ts'
import type { Stand } from '../../protocol/stand.ts'
import type { Beside } from './keeping.ts'
import type { TeamDay } from './notes.ts'
import type { Kept } from './storage.ts'
import { keep } from './this-device.ts'

/** How a stand's counts are kept apart from another's on the same tablet. */
export const teamOf = ({ campaign, id }: Pick<Stand, 'campaign' | 'id'>): string => `${campaign}/${id}`

/** `2026-11-22`, by the device's own zone. */
export function localDay(now: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** As `keep` of this-device.ts, for an act done at a stand; `also` is written with it. @throws StorageFailure, IdTaken */
export function keepForTeam(stand: Pick<Stand, 'campaign' | 'id'>, envelope: Envelope, also?: Beside): Promise<void> {
  const count = counted(teamOf(stand), envelope, new Date())
  return keep(envelope, also ? async (...all) => void (await Promise.all([count(...all), also(...all)])) : count)
}

/** Counts a signature for each petition that it is for. The same act kept once more, changed, counts by what it says now. */
export function counted(stand: string, { kind, petitions }: Pick<Envelope, 'kind' | 'petitions'>, now: Date): Beside {
  const today = localDay(now)
  const hour = now.getHours()
  return async (tx, before) => {
    if (kind !== 'signature') return
    const [there, all] = await Promise.all([before, tx.teamDays()])
    const earlier = petitionsOf(there)
    const more = petitions.filter((it) => !earlier.includes(it))
    const fewer = earlier.filter((it) => !petitions.includes(it as never))
    if (more.length + fewer.length === 0) return
    const days = all.filter((it) => it.stand === stand)
    const day = days.find((it) => it.day === today) ?? { stand, day: today, hours: {} }
    const hours = { ...day.hours }
    for (const petition of more) hours[petition] = added(hours[petition], hour, 1)
    // Kept a moment ago, most likely in this hour; where not, the hour before may be one too high, which nobody misses.
    for (const petition of fewer) hours[petition] = added(hours[petition], hour, -1)
    await tx.putTeamDay({ ...day, hours })
  }
}

function added(counts: readonly number[] | undefined, hour: number, by: number): number[] {
  const next = counts ? [...counts] : new Array<number>(24).fill(0)
  next[hour] = Math.max(0, (next[hour] ?? 0) + by)
  return next
}

const petitionsOf = (kept: Kept | undefined): string[] =>
  kept?.text ? (JSON.parse(kept.text) as Envelope).petitions : []

export interface TeamTally {
  /** By petition. */
  today: Record<string, number>
  /** Today's 24 hours, all petitions together. */
  hours: number[]
  /** By petition, since the first day. */
  total: Record<string, number>
}

/** What a stand's rows say. */
export function teamTally(days: readonly TeamDay[], stand: string, today: string): TeamTally {
  const tally: TeamTally = { today: {}, hours: new Array<number>(24).fill(0), total: {} }
  for (const { day, hours } of days.filter((it) => it.stand === stand)) {
    for (const [petition, counts] of Object.entries(hours)) {
      const sum = counts.reduce((all, n) => all + n, 0)
      tally.total[petition] = (tally.total[petition] ?? 0) + sum
      if (day !== today) continue
      tally.today[petition] = sum
      counts.forEach((n, hour) => {
        tally.hours[hour] = (tally.hours[hour] ?? 0) + n
      })
    }
  }
  return tally
}
