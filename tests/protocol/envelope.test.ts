import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64url, toBase64url } from '../../protocol/base64url.ts'
import { BatchAnswer } from '../../protocol/batch.ts'
import { Envelope } from '../../protocol/envelope.ts'
import { newUuid, Uuid } from '../../protocol/ids.ts'
import { nextGoal } from '../../protocol/reading.ts'
import { REASONS } from '../../protocol/reasons.ts'
import vectors from '../vectors/envelope-v1.json'

const good = vectors.envelopes[0]?.envelope as unknown as Envelope
const parses = (change: object) => Envelope.safeParse({ ...good, ...change }).success

describe('an envelope', () => {
  it('is taken as it stands in the vectors', () => {
    for (const { envelope } of vectors.envelopes) expect(Envelope.safeParse(envelope).success).toBe(true)
  })

  it.each([
    ['another version', { v: 2 }],
    ['another suite', { suite: 'x' }],
    ['an id in capitals', { id: good.id.toUpperCase() }],
    ['a time-ordered id', { id: '018f0000-0000-7000-8000-000000000000' }],
    ['petitions out of order', { petitions: ['manahel-al-otaibi', 'joel-paredes'] }],
    ['a petition named twice', { petitions: ['joel-paredes', 'joel-paredes'] }],
    ['no petition', { petitions: [] }],
    ['twenty-one petitions', { petitions: Array.from({ length: 21 }, (_, i) => `p${String(i).padStart(2, '0')}`) }],
    ['a petition in capitals', { petitions: ['Joel'] }],
    ['a join that names a petition', { kind: 'join' }],
    ['a letter for two', { kind: 'letter' }],
    ['an unknown kind', { kind: 'vote' }],
    ['a field too many', { name: 'Afi' }],
    ['a tag of the wrong length', { withdrawTag: 'AAAA' }],
    ['an empty seal', { sealed: '' }],
    ['a padded seal', { sealed: `${good.sealed}=` }],
    ['a seal past 24 KiB', { sealed: toBase64url(new Uint8Array(24 * 1024 + 1)) }],
  ])('is refused with %s', (_, change) => {
    expect(parses(change)).toBe(false)
  })

  it('may be exactly 24 KiB', () => {
    expect(parses({ sealed: toBase64url(new Uint8Array(24 * 1024)) })).toBe(true)
  })
})

describe('base64url', () => {
  it('has exactly one text for given bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
        expect(fromBase64url(toBase64url(bytes))).toEqual(bytes)
      }),
      { numRuns: 50 },
    )
    for (const text of ['A', 'AB', 'AA=', 'AA==', 'A+', 'A/', 'AAB', ' AA', 'é']) expect(fromBase64url(text)).toBeNull()
  })
})

describe('ids', () => {
  it('are UUIDs of version 4', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        expect(Uuid.safeParse(newUuid(() => bytes)).success).toBe(true)
      }),
    )
  })
})

describe('an answer', () => {
  const stored = { index: 0, verdict: 'stored' }
  const read = (reason?: unknown) =>
    BatchAnswer.parse({
      epoch: newUuid(),
      accepted: 0,
      verdicts: [stored, { index: 1, verdict: 'refused', reason }],
    }).verdicts

  it('refuses in the words of the closed list', () => {
    for (const reason of Object.keys(REASONS)) expect(read(reason)).toMatchObject([stored, { reason }])
  })

  it('in a word that only a newer server knows is a refusal still, and spoils no other verdict', () => {
    for (const reason of ['because', '', 'toString', 7, undefined])
      expect(read(reason)).toEqual([stored, { index: 1, verdict: 'refused', reason: 'unknown-reason' }])
    expect(REASONS['unknown-reason']).toBe('ask')
  })
})

describe('the next goal', () => {
  it('is the next round number above what was received', () => {
    const goals = [0, 99, 100, 499, 500, 999, 1000, 2499, 2500, 5000, 99_999]
    expect(goals.map(nextGoal)).toEqual([100, 100, 250, 500, 1000, 1000, 2500, 2500, 5000, 10_000, 100_000])
  })
})
