import type { ExportFilter } from '../../../protocol/review-routes.ts'

// What a coordinator ticks before opening, as the filter that it means.

export const CHANNELS = ['phone', 'stand', 'paper'] as const
export type Channel = (typeof CHANNELS)[number]

export interface FilterDraft {
  petitions: readonly string[]
  /** Calendar dates of this computer, '' for no end. */
  from: string
  to: string
  channels: readonly Channel[]
  /** Empty: all, and outside stands. */
  stands: readonly string[]
  fresh: boolean
}

/** How much a filter opens. `aside`: opened with it to find duplicates, and left out of everything else. */
export interface Total {
  count: number
  aside: number
}

export type FilterProblem = 'noPetition' | 'noChannel' | 'wrongDates'

export const everything = (petitions: readonly string[]): FilterDraft => ({
  petitions,
  from: '',
  to: '',
  channels: CHANNELS,
  stands: [],
  fresh: false,
})

/** The filter, or what is wrong with the draft. All petitions or channels ticked means no choice, so that nothing is left out. */
export function filterOf(draft: FilterDraft, petitions: readonly string[]): ExportFilter | FilterProblem {
  if (draft.petitions.length === 0 && petitions.length > 0) return 'noPetition'
  if (draft.channels.length === 0) return 'noChannel'
  if (draft.from && draft.to && draft.from > draft.to) return 'wrongDates'
  return {
    petitions: draft.petitions.length === petitions.length ? null : [...draft.petitions],
    from: draft.from ? new Date(`${draft.from}T00:00:00`).toISOString() : null,
    to: draft.to ? new Date(`${draft.to}T23:59:59.999`).toISOString() : null,
    fresh: draft.fresh,
    stands: draft.stands.length === 0 ? null : [...draft.stands],
    channels: draft.channels.length === CHANNELS.length ? null : [...draft.channels],
  }
}
