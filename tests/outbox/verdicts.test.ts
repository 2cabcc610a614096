import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../protocol/batch.ts'
import { newUuid } from '../../protocol/ids.ts'
import type { State } from '../../src/outbox/storage.ts'
import { stateAfter, verdictsById } from '../../src/outbox/verdicts.ts'

const [a, b, c] = [newUuid(), newUuid(), newUuid()] as const
const refused = (index: number, id?: string): Verdict => ({
  index,
  ...(id ? { id } : {}),
  verdict: 'refused',
  reason: 'not-an-envelope',
})
const stored = (index: number, id: string): Verdict => ({ index, id, verdict: 'stored' })
const found = (verdicts: Verdict[], sent: string[]) => Object.fromEntries(verdictsById(verdicts, sent))

describe('a verdict', () => {
  it('belongs to the id that it names, wherever it stands', () => {
    expect(Object.keys(found([stored(1, a), stored(0, b)], [a, b])).sort()).toEqual([a, b].sort())
  })

  it('means nothing for an id that was not sent', () => {
    expect(found([stored(0, c)], [a])).toEqual({})
  })

  it('without an id never says that something is stored', () => {
    expect(found([{ index: 0, verdict: 'stored' }], [a])).toEqual({})
  })

  it('without an id refuses the item at its place, in an answer that is whole', () => {
    expect(found([stored(0, a), refused(1)], [a, b])).toMatchObject({ [b]: { verdict: 'refused' } })
  })

  it.each([
    ['lacks an item', [refused(1)]],
    ['names the places twice', [refused(1), refused(1)]],
    ['disagrees with what was sent', [stored(0, b), refused(1)]],
    ['names a place that was not sent', [refused(1), refused(2)]],
  ])('without an id means nothing in an answer that %s', (_, verdicts) => {
    const got = found(verdicts, [a, b])
    expect(Object.values(got).filter((it) => it.verdict === 'refused')).toEqual([])
  })

  it('means nothing where the same id has another one too', () => {
    expect(found([stored(0, a), refused(1, a)], [a, b])).toEqual({})
    expect(found([refused(1, a), stored(0, a)], [a, b])).toEqual({})
  })
})

describe('an entry', () => {
  const led = (state: State, verdict: Verdict['verdict'], reason: 'unknown-key' | 'server-error' = 'unknown-key') =>
    stateAfter(state, verdict === 'refused' ? { index: 0, id: a, verdict, reason } : { index: 0, id: a, verdict })

  it('leaves the outbox for accepted when the server has it, also out of the refused list', () => {
    for (const verdict of ['stored', 'duplicate', 'conflict'] as const) {
      expect(led('waiting', verdict)).toBe('accepted')
      expect(led('refused', verdict)).toBe('accepted')
      expect(led('accepted', verdict)).toBeNull()
      expect(led('withdrawn', verdict)).toBeNull()
    }
  })

  it('is refused only while it waits, and only for a reason that does not pass', () => {
    expect(led('waiting', 'refused')).toBe('refused')
    expect(led('waiting', 'refused', 'server-error')).toBeNull()
    for (const state of ['accepted', 'refused', 'withdrawn'] as const) expect(led(state, 'refused')).toBeNull()
  })

  it('is withdrawn from wherever it was', () => {
    for (const state of ['waiting', 'accepted', 'refused'] as const) expect(led(state, 'withdrawn')).toBe('withdrawn')
    expect(led('withdrawn', 'withdrawn')).toBeNull()
  })
})
