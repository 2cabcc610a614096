import { describe, expect, it } from 'vitest'
import type { ExportFilter } from '../../../protocol/review-routes.ts'
import { everything, filterOf } from '../../../src/console/desk/filter-draft.ts'
import { figuresOf, leftToDecide } from '../../../src/console/review/figures.ts'
import type { OpenedAct, Standing } from '../../../src/console/review/opened-act.ts'
import { ReviewRoom } from '../../../src/console/review/room.ts'
import { emptyTally, type Tally } from '../../../src/console/tally.ts'
import { CAMPAIGN, contact, letter, signature } from '../fixtures.ts'
import { HOME, idOf, opened, signer } from './people.ts'

const ALL: ExportFilter = { petitions: null, from: null, to: null, fresh: false, stands: null, channels: null }
const AFI = { firstName: 'Afi', lastName: 'Mensah', phone: '+22890123456' }

function roomOf(acts: OpenedAct[], filter: Partial<ExportFilter> = {}, tally: Partial<Tally> = {}): ReviewRoom {
  const room = new ReviewRoom({ campaign: CAMPAIGN, home: HOME, filter: { ...ALL, ...filter }, decisions: [] })
  room.take(acts, { ...emptyTally(), envelopes: acts.length, opened: acts.length, ...tally })
  return room
}
const names = (items: { act: OpenedAct }[]) => items.map(({ act }) => act.head.id.slice(-1))

describe('a room of opened acts', () => {
  it('gives a page of those that stand in one way, each beside what it resembles', () => {
    const room = roomOf([1, 2, 3, 4].map((n) => signer(AFI, { n })))
    const page = room.queue({ petition: null, standings: ['duplicate'], at: 1, size: 1 })
    expect([page.total, names(page.items), page.items[0]?.other?.head.id]).toEqual([3, ['3'], idOf(1)])
    expect(room.queue({ petition: 'manahel', standings: ['duplicate'], at: 0, size: 9 })).toEqual({
      total: 0,
      items: [],
    })
  })

  it('gives beside one that counts those that repeat or resemble it, three of them, and says how many there are', () => {
    const other = signer({ ...AFI, firstName: 'Kossi' }, { n: 6 })
    const room = roomOf([
      ...[1, 2, 3, 4].map((n) => signer(AFI, { n })),
      other,
      signer({ ...AFI, phone: '+22890000001' }, { n: 7 }),
    ])
    const of = (standing: Standing) => room.queue({ petition: null, standings: [standing], at: 0, size: 1 }).items[0]
    const alike = of('valid')?.alike
    expect([alike?.total, names(alike?.items ?? [])]).toEqual([4, ['2', '3', '4']])
    expect(alike?.items.map((it) => it.standing)).toEqual(['duplicate', 'duplicate', 'duplicate'])
    expect(of('duplicate')?.alike, 'all repeat the first').toEqual({ total: 0, items: [] })
  })

  it('leaves out what is of another stand or channel, and says how many', () => {
    const at = (n: number, channel: 'phone' | 'stand' | 'paper', stand?: string) =>
      opened({ ...signature(), channel, ...(stand ? { stand } : {}) }, { n })
    const acts = [at(1, 'phone'), at(2, 'stand', 'marche'), at(3, 'paper', 'marche'), at(4, 'stand', 'ecole')]
    const ids = (filter: Partial<ExportFilter>) =>
      roomOf(acts, filter)
        .ids()
        .map((id) => id.slice(-1))
    expect(ids({})).toEqual(['1', '2', '3', '4'])
    expect(ids({ stands: ['marche'] })).toEqual(['2', '3'])
    expect(ids({ channels: ['stand'] })).toEqual(['2', '4'])
    expect(ids({ stands: ['marche'], channels: ['phone', 'paper'] })).toEqual(['3'])
    expect(roomOf(acts, { channels: ['paper'] }).summary().leftOut).toBe(3)
  })

  it('judges a part beside all that was signed, and holds the part alone', () => {
    const before = { ...signer(AFI, { n: 1, after: 1 }), aside: true as const }
    const other = { ...signer({ ...AFI, phone: '+22890000001' }, { n: 2, after: 2 }), aside: true as const }
    const acts = [before, other, signer(AFI, { n: 3, after: 3 }), signer({ ...AFI, phone: '+22890000002' }, { n: 4 })]
    const room = roomOf(acts, { fresh: true }, { aside: 2, opened: 2 })
    const duplicates = room.queue({ petition: null, standings: ['duplicate'], at: 0, size: 9 })
    expect([names(duplicates.items), duplicates.items[0]?.other?.head.id]).toEqual([['3'], idOf(1)])
    expect(names([...room.signatures()])).toEqual(['3', '4'])
    expect(room.ids()).toEqual([idOf(3), idOf(4)])
    const { all, people, tally, leftOut, part } = room.summary()
    expect([all.raw, people, tally.envelopes, tally.opened, leftOut, part]).toEqual([2, 2, 2, 2, 2, true])
  })

  it('finds the duplicate of what was signed at another stand', () => {
    const at = (n: number, stand: string) => opened({ ...signature(), channel: 'stand', stand }, { n, after: n })
    const room = roomOf([at(1, 'ecole'), at(2, 'marche')], { stands: ['marche'] })
    expect([...room.signatures()].map((it) => [it.act.head.id, it.standing])).toEqual([[idOf(2), 'duplicate']])
    expect(room.summary().leftOut).toBe(1)
  })

  it('sorts letters and messages by what a person decided', () => {
    const acts = [opened(letter(), { n: 1 }), opened(letter(), { n: 2 }), opened(contact(), { n: 3 })]
    const room = roomOf(acts)
    room.decide([
      { envelope: idOf(1), petition: 'joel', verdict: 'approved' },
      { envelope: idOf(3), petition: null, verdict: 'read' },
    ])
    expect(room.summary().others).toMatchObject({ letter: { open: 1, approved: 1 }, contact: { open: 0, read: 1 } })
    expect([...room.approvedLetters()].map((it) => it.head.id)).toEqual([idOf(1)])
    expect(room.reading('letter', 'open', 0, 5).items.map((it) => it.head.id)).toEqual([idOf(2)])
  })

  it('names an id that came twice as unreadable, and takes the one that came first, whichever was opened first', () => {
    const [first, second] = [signer(AFI, { n: 1, after: 1 }), signer({ ...AFI, firstName: 'Ama' }, { n: 1, after: 2 })]
    for (const order of [
      [first, second],
      [second, first],
    ]) {
      const room = roomOf(order)
      expect(room.summary().tally).toMatchObject({
        envelopes: 2,
        opened: 1,
        unreadable: [{ id: idOf(1), why: 'twice' }],
      })
      expect(room.find('afi', 5)).toHaveLength(1)
      expect(room.summary().figures.joel).toMatchObject({ raw: 1, valid: 1 })
    }
  })

  it('names a hundred of those that could not be read, and counts all of them', () => {
    const unreadable = Array.from({ length: 5000 }, (_, n) => ({ id: idOf(n + 1), why: 'no-key' as const }))
    const room = roomOf([], {}, { envelopes: 5000, opened: 0, unreadable })
    const summary = room.summary()
    expect([summary.unreadable, summary.tally.unreadable]).toEqual([5000, unreadable.slice(0, 100)])
    expect(room.unreadable()).toHaveLength(5000)
  })

  it('lists its ids part by part, as they were when the first part was asked for', () => {
    const room = roomOf([1, 2, 3, 4, 5].map((n) => signer({ ...AFI, firstName: `Afi ${n}` }, { n })))
    const all = room.ids()
    const first = room.someIds(0, 2)
    room.forget(idOf(1))
    const parts = [first, room.someIds(2, 2), room.someIds(4, 2)]
    expect(parts.map((it) => it.total)).toEqual([5, 5, 5])
    expect(parts.flatMap((it) => it.ids)).toEqual(all)
    expect(room.someIds(0, 9)).toEqual({ total: 4, ids: all.slice(1) })
  })

  it('shows how each signature of a person stands, and forgets the whole sitting', () => {
    const one = signer(AFI, { n: 1, petitions: ['joel'] })
    const two = signer(AFI, { n: 2, petitions: ['joel', 'manahel'] })
    two.head.withdrawTag = one.head.withdrawTag
    const room = roomOf([one, two, signer(AFI, { n: 3 })])
    expect(room.find('mensah', 9).find((it) => it.act.head.id === idOf(2))?.signatures).toEqual([
      { petition: 'joel', standing: 'duplicate', reason: 'same-contact', like: idOf(1) },
      { petition: 'manahel', standing: 'valid', reason: 'first', like: null },
    ])
    expect(room.forget(idOf(2))).toBe(2)
    expect(room.ids()).toEqual([idOf(3)])
    expect(room.summary().figures.joel).toMatchObject({ raw: 1, valid: 1 })
  })
})

describe('what is left to decide', () => {
  const of = (...standings: Standing[]) => leftToDecide(figuresOf(standings.map((standing) => ({ standing }))))
  it('is what is to review and what is suspicious', () => {
    expect(of('suspicious', 'valid', 'suspicious', 'to-review')).toEqual([
      { standing: 'to-review', n: 1 },
      { standing: 'suspicious', n: 2 },
    ])
    expect(of('suspicious')).toEqual([{ standing: 'suspicious', n: 1 }])
  })
  it('is nothing where each one stands', () => expect(of('valid', 'duplicate', 'rejected')).toEqual([]))
})

describe('what is chosen to be opened', () => {
  const all = ['joel', 'manahel']
  it('is everything where nothing was unticked', () => {
    expect(filterOf(everything(all), all)).toEqual(ALL)
  })
  it('is days of this computer, both whole', () => {
    const filter = filterOf({ ...everything(all), from: '2026-11-22', to: '2026-11-22' }, all) as ExportFilter
    expect(Date.parse(filter.to ?? '') - Date.parse(filter.from ?? '')).toBe(24 * 60 * 60 * 1000 - 1)
  })
  it('is refused where nothing could come of it', () => {
    expect(filterOf({ ...everything(all), petitions: [] }, all)).toBe('noPetition')
    expect(filterOf({ ...everything(all), channels: [] }, all)).toBe('noChannel')
    expect(filterOf({ ...everything(all), from: '2026-11-23', to: '2026-11-22' }, all)).toBe('wrongDates')
  })
})
