import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../../protocol/review-routes.ts'
import { figuresOf } from '../../../src/console/review/figures.ts'
import { counts, type OpenedAct } from '../../../src/console/review/opened-act.ts'
import { Review } from '../../../src/console/review/review.ts'
import { HOME, idOf, signer } from './people.ts'

const RUNS = Number(process.env.PARAPHE_LONG ? 3000 : 150)

/** Few names and numbers, so that they meet often. */
const act = fc
  .record({
    firstName: fc.constantFrom('Afi', 'AFI', 'A.', 'Kossi', 'Koffi', 'Jean Pierre', 'Jeanpierre', 'Afi2'),
    lastName: fc.constantFrom('Mensah', 'Mensa', 'Dogbé', 'dogbe'),
    phone: fc.option(fc.constantFrom('+22890123456', '+22890654321', '+22811111111'), { nil: undefined }),
    email: fc.option(fc.constantFrom('afi@mail.tg', 'AFI@MAIL.TG', 'k@mail.tg'), { nil: undefined }),
    town: fc.constantFrom('Lomé', 'lome', 'Kara'),
    quarter: fc.constantFrom('Bè', 'be'),
    after: fc.integer({ min: 0, max: 9 }),
    petitions: fc.constantFrom<string[]>(['joel'], ['manahel'], ['joel', 'manahel']),
  })
  .map(({ after, petitions, phone, email, ...person }) => ({
    person: { ...person, ...(phone ? { phone } : {}), ...(email ? { email } : {}) },
    after,
    petitions,
  }))
const acts = fc
  .array(act, { maxLength: 40 })
  .map((all) => all.map(({ person, ...made }, i) => signer(person, { n: i + 1, ...made })))
const decisions = fc.array(
  fc.record({
    envelope: fc.integer({ min: 1, max: 40 }).map(idOf),
    petition: fc.constantFrom('joel', 'manahel'),
    verdict: fc.constantFrom<Verdict | null>('valid', 'duplicate', 'rejected', null),
  }),
  { maxLength: 20 },
)

type Told = Parameters<Review['decide']>[0]

/** What a review says, whatever pages the acts came in. */
function said(pages: OpenedAct[][], decided: Told) {
  const review = new Review(HOME)
  for (const page of pages) review.take(page)
  review.decide(decided)
  return ['joel', 'manahel'].map((petition) =>
    review.signatures(petition).map(({ act, standing, reason, like }) => [act.head.id, standing, reason, like]),
  )
}

describe('whatever is opened and decided', () => {
  it('is said the same, in whatever pages and order it came, and however often', () => {
    fc.assert(
      fc.property(acts, decisions, fc.func(fc.integer()), (all, decided, shuffle) => {
        const once = said([all], decided)
        const mixed = [...all].sort((a, b) => shuffle(a.head.id) - shuffle(b.head.id))
        expect(said([mixed.slice(0, 7), mixed.slice(7), all], decided)).toEqual(once)
      }),
      { numRuns: RUNS },
    )
  })

  it('adds up: each signature stands in exactly one way, and none is lost', () => {
    fc.assert(
      fc.property(acts, decisions, (all, decided) => {
        const review = new Review(HOME)
        review.take(all)
        review.decide(decided)
        for (const petition of ['joel', 'manahel']) {
          const { raw, ...parts } = figuresOf(review.signatures(petition))
          expect(raw).toBe(all.filter((it) => it.head.petitions.includes(petition)).length)
          expect(Object.values(parts).reduce((sum, n) => sum + n, 0)).toBe(raw)
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('never lets a signature fall for one that does not count itself, or that came later', () => {
    fc.assert(
      fc.property(acts, decisions, (all, decided) => {
        const review = new Review(HOME)
        review.take(all)
        review.decide(decided)
        for (const petition of ['joel', 'manahel']) {
          const before = new Map<string, boolean>()
          for (const it of review.signatures(petition)) {
            if (it.reason === 'same-contact') expect(before.get(it.like as string)).toBe(true)
            before.set(it.act.head.id, counts(it))
          }
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('does as the last decision says, and without decisions as before', () => {
    fc.assert(
      fc.property(acts, decisions, (all, decided) => {
        const review = new Review(HOME)
        review.take(all)
        const before = said([all], [])
        review.decide(decided)
        const last = new Map(decided.map((it) => [`${it.envelope} ${it.petition}`, it.verdict]))
        for (const petition of ['joel', 'manahel'])
          for (const it of review.signatures(petition)) {
            const verdict = last.get(`${it.act.head.id} ${petition}`)
            if (verdict) expect([it.standing, it.reason]).toEqual([verdict, 'decided'])
            else expect(it.reason).not.toBe('decided')
          }
        review.decide(decided.map((it) => ({ ...it, verdict: null })))
        expect(said([all], decided.concat(decided.map((it) => ({ ...it, verdict: null }))))).toEqual(before)
      }),
      { numRuns: RUNS },
    )
  })
})

describe('a great many', () => {
  // Each against each would be 110 million comparisons, and take minutes.
  it('take time by their number, also where all give one number', { timeout: 120_000 }, () => {
    // No two of them compatible: a digit is two letters.
    const syllables = ['ba', 'ce', 'di', 'fo', 'gu', 'hy', 'ka', 'le', 'mi', 'no']
    const letters = (i: number) => `za${[...String(i)].map((digit) => syllables[Number(digit)]).join('')}`
    const crowd = Array.from({ length: 15_000 }, (_, i) =>
      signer({ firstName: 'Afi', lastName: letters(i), phone: '+22890123456' }, { n: i + 1 }),
    )
    const review = new Review(HOME)
    review.take(crowd)
    const start = performance.now()
    expect(review.figures().joel).toMatchObject({ raw: 15_000, suspicious: 15_000 })
    review.decide(crowd.map(({ head }) => ({ envelope: head.id, petition: 'joel', verdict: 'valid' })))
    expect(review.figures().joel).toMatchObject({ raw: 15_000, valid: 15_000 })
    expect(performance.now() - start).toBeLessThan(15_000)
  })
})
