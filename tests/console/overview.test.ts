import { describe, expect, it } from 'vitest'
import type { StandDevice, StandView } from '../../protocol/stand-routes.ts'
import { attentionOf, openMatters } from '../../src/console/overview/attention.ts'
import { dayBuckets, hourBuckets } from '../../src/console/overview/buckets.ts'

const HOUR_MS = 60 * 60 * 1000
const NOW = new Date(2026, 10, 25, 14, 20).getTime()
const hourOf = (...date: [number, number, number, number]) => Math.floor(new Date(...date).getTime() / HOUR_MS)

describe('the bars of the last day and night', () => {
  it('end with the current hour, and begin twenty-three before it', () => {
    const bars = hourBuckets([[hourOf(2026, 10, 25, 14), 3]], NOW)
    expect(bars).toHaveLength(24)
    expect(bars.at(-1)).toMatchObject({ count: 3, now: true })
    expect(bars.filter((it) => it.now)).toHaveLength(1)
    expect(NOW - (bars[0]?.at ?? 0)).toBeLessThan(24 * HOUR_MS)
  })

  it('leave out what came before, and what a clock of tomorrow says', () => {
    const bars = hourBuckets(
      [
        [hourOf(2026, 10, 24, 14), 5],
        [hourOf(2026, 10, 26, 14), 5],
      ],
      NOW,
    )
    expect(bars.every((it) => it.count === 0)).toBe(true)
  })
})

describe('the bars of days', () => {
  it('gather a day’s hours in the zone of who looks, empty days included', () => {
    const bars = dayBuckets(
      [
        [hourOf(2026, 10, 10, 0), 1],
        [hourOf(2026, 10, 10, 23), 2],
        [hourOf(2026, 10, 25, 9), 4],
      ],
      NOW,
    )
    expect(bars.map((it) => it.count)).toEqual([3, ...Array(14).fill(0), 4])
    expect(bars.map((it) => new Date(it.at).getDate())).toEqual(Array.from({ length: 16 }, (_, i) => 10 + i))
    expect(bars.at(-1)?.now).toBe(true)
  })

  it('are a week at least, and sixty days at most', () => {
    expect(dayBuckets([], NOW)).toHaveLength(7)
    expect(dayBuckets([[hourOf(2026, 0, 1, 12), 1]], NOW)).toHaveLength(60)
  })
})

const tablet = (changes: Partial<StandDevice> = {}): StandDevice => ({
  device: 'd',
  key: 'k',
  tablet: 3,
  enrolledAt: '2026-11-20T08:00:00Z',
  revokedAt: null,
  told: { captured: 9, waiting: 0, refused: 0, withdrawn: 0, heardAt: new Date(NOW).toISOString(), carrier: null },
  accepted: 9,
  quarantined: 0,
  neverArrived: [],
  clonedSeq: null,
  ...changes,
})
const stand = (...devices: StandDevice[]): StandView => ({
  stand: { id: 'gare', campaign: 'c', name: 'Gare', place: '', from: '2026-11-20', to: '2026-11-30', petitions: [] },
  tablets: 1,
  madeAt: '2026-11-19T08:00:00Z',
  closedAt: null,
  code: null,
  devices,
})
const at = { stand: 'gare', name: 'Gare', tablet: 3 }
const told = (hoursAgo: number, waiting: number) => ({
  captured: 9,
  waiting,
  refused: 0,
  withdrawn: 0,
  heardAt: new Date(NOW - hoursAgo * HOUR_MS).toISOString(),
  carrier: null,
})

describe('what of a campaign’s ending is open', () => {
  const asked = { first: { at: '2026-11-25T08:00:00Z', by: 'Afi' }, readyAt: '2026-11-26T08:00:00Z', ready: false }

  it('names a destruction that was asked for', () => {
    expect(openMatters({ destruction: asked, unconfirmed: 0, envelopes: 9 })).toEqual([
      { what: 'destruction', readyAt: '2026-11-26T08:00:00Z', ready: false },
    ])
  })

  it('names what came since the last confirmed export, once there is one', () => {
    const of = (unconfirmed: number) => openMatters({ destruction: null, unconfirmed, envelopes: 9 })
    expect(of(4)).toEqual([{ what: 'fresh', n: 4 }])
    expect(of(0)).toEqual([])
    expect(of(9), 'none was confirmed').toEqual([])
  })
})

describe('what wants a look', () => {
  it('is nothing where all is well', () => {
    expect(attentionOf([stand(tablet())], [], NOW)).toEqual([])
  })

  it('names what waits in quarantine, of strangers and of tablets that were revoked', () => {
    const found = attentionOf(
      [stand(tablet({ quarantined: 2, revokedAt: '2026-11-21T08:00:00Z' }))],
      [tablet({ quarantined: 5 })],
      NOW,
    )
    expect(found).toEqual([{ what: 'quarantine', n: 7 }])
  })

  it('names a tablet that exists twice, until it is revoked', () => {
    expect(attentionOf([stand(tablet({ clonedSeq: 4 }))], [], NOW)).toEqual([{ what: 'cloned', ...at }])
    expect(attentionOf([stand(tablet({ clonedSeq: 4, revokedAt: '2026-11-21T08:00:00Z' }))], [], NOW)).toEqual([])
  })

  it('names what is lost, and not what still waits', () => {
    const gap = [{ first: 2, last: 4 }]
    expect(attentionOf([stand(tablet({ neverArrived: gap, told: told(1, 1) }))], [], NOW)).toEqual([
      { what: 'missing', ...at, n: 2 },
    ])
    expect(attentionOf([stand(tablet({ neverArrived: gap, told: told(1, 3) }))], [], NOW)).toEqual([])
  })

  it('names a tablet on which envelopes wait once it was silent for a day', () => {
    const gap = [{ first: 2, last: 4 }]
    const silent = (hours: number) => attentionOf([stand(tablet({ neverArrived: gap, told: told(hours, 3) }))], [], NOW)
    expect(silent(23)).toEqual([])
    expect(silent(25)).toEqual([{ what: 'silent', ...at, n: 3, since: told(25, 3).heardAt }])
    expect(attentionOf([stand(tablet({ told: told(99, 0) }))], [], NOW), 'it owes nothing').toEqual([])
  })

  it('names a tablet that never spoke though its stand has begun', () => {
    const mute = tablet({ told: null })
    expect(attentionOf([stand(mute)], [], NOW)).toEqual([{ what: 'never-heard', ...at }])
    const soon = { ...stand(mute), stand: { ...stand().stand, from: '2026-11-25' } }
    expect(attentionOf([soon], [], NOW)).toEqual([])
    expect(attentionOf([{ ...stand(mute), closedAt: '2026-11-24T08:00:00Z' }], [], NOW)).toEqual([])
  })
})
