import { describe, expect, it } from 'vitest'
import type { OpenedAct } from '../../../src/console/review/opened-act.ts'
import { counts } from '../../../src/console/review/opened-act.ts'
import { Review } from '../../../src/console/review/review.ts'
import { search } from '../../../src/console/review/search.ts'
import { contact, letter } from '../fixtures.ts'
import { HOME, idOf, opened, signer } from './people.ts'

const AFI = { firstName: 'Afi', lastName: 'Mensah', phone: '+22890123456' }

function reviewOf(acts: OpenedAct[]): Review {
  const review = new Review(HOME)
  review.take(acts)
  return review
}

const standings = (review: Review, petition = 'joel') =>
  review.signatures(petition).map((it) => [it.standing, it.reason, it.like && Number.parseInt(it.like.slice(-6), 16)])

describe('a review', () => {
  it('counts the first of two signatures with one number and one name', () => {
    const review = reviewOf([signer(AFI, { n: 1 }), signer({ ...AFI, firstName: 'MENSAH', lastName: 'Afi' }, { n: 2 })])
    expect(standings(review)).toEqual([
      ['valid', 'first', null],
      ['duplicate', 'same-contact', 1],
    ])
  })

  it('goes by when they came, and by the id where that is the same', () => {
    const review = reviewOf([
      signer(AFI, { n: 1, after: 9 }),
      signer(AFI, { n: 3, after: 5 }),
      signer(AFI, { n: 2, after: 5 }),
    ])
    expect(review.signatures('joel').map((it) => [it.act.head.id, it.standing])).toEqual([
      [idOf(2), 'valid'],
      [idOf(3), 'duplicate'],
      [idOf(1), 'duplicate'],
    ])
  })

  it('finds by an address what has another number, and follows somebody from one to the other', () => {
    const email = 'afi@mail.tg'
    const review = reviewOf([
      signer(AFI, { n: 1 }),
      signer({ ...AFI, email }, { n: 2 }),
      signer({ firstName: 'Afi', lastName: 'Mensah', email: 'AFI@mail.tg' }, { n: 3 }),
    ])
    expect(standings(review).slice(1)).toEqual([
      ['duplicate', 'same-contact', 1],
      ['duplicate', 'same-contact', 1],
    ])
  })

  it('counts another name under the same number, until a person decides', () => {
    const review = reviewOf([signer(AFI, { n: 1 }), signer({ ...AFI, firstName: 'Kossi' }, { n: 2 })])
    expect(standings(review)[1]).toEqual(['to-review', 'same-contact-other-name', 1])
    expect(review.signatures('joel').every(counts)).toBe(true)
    review.decide([{ envelope: idOf(2), petition: 'joel', verdict: 'duplicate' }])
    expect(standings(review)[1]).toEqual(['duplicate', 'decided', 1])
    review.decide([{ envelope: idOf(2), petition: 'joel', verdict: null }])
    expect(standings(review)[1]).toEqual(['to-review', 'same-contact-other-name', 1])
  })

  it('asks about the same name and place where one of the two has no contact, and never otherwise', () => {
    const ama = { firstName: 'Ama', lastName: 'Adjo' }
    const place = { town: 'Lomé', quarter: 'Bè' }
    const review = reviewOf([
      signer({ ...ama, ...place, phone: '+22890111213' }, { n: 1 }),
      signer(ama, { n: 2 }),
      signer({ ...ama, ...place, phone: '+22890111214' }, { n: 3 }),
      signer({ ...ama, town: 'Kara', quarter: 'Bè' }, { n: 4 }),
    ])
    expect(standings(review)).toEqual([
      ['valid', 'first', null],
      ['to-review', 'same-name-and-place', 1],
      ['to-review', 'same-name-and-place', 2],
      ['valid', 'first', null],
    ])
  })

  it('looks at each petition by itself', () => {
    const review = reviewOf([
      signer(AFI, { n: 1, petitions: ['joel'] }),
      signer(AFI, { n: 2, petitions: ['joel', 'manahel'] }),
    ])
    expect(standings(review, 'manahel')).toEqual([['valid', 'first', null]])
    expect(review.figures()).toMatchObject({ joel: { raw: 2, valid: 1, duplicate: 1 }, manahel: { raw: 1, valid: 1 } })
  })

  it('does not count what is suspicious until a person decides, and lets nothing else fall with it', () => {
    const spam = { ...AFI, firstName: 'www.gagner.com' }
    const review = reviewOf([signer(spam, { n: 1 }), signer(AFI, { n: 2 })])
    expect(standings(review)).toEqual([
      ['suspicious', 'implausible-name', null],
      ['valid', 'first', null],
    ])
    expect(review.signatures('joel').map(counts)).toEqual([false, true])
    review.decide([{ envelope: idOf(1), petition: 'joel', verdict: 'valid' }])
    expect(standings(review)).toEqual([
      ['valid', 'decided', null],
      ['to-review', 'same-contact-other-name', 1],
    ])
  })

  it('finds many names under one number at once suspicious, the first as well', () => {
    const names = ['Afi', 'Ama', 'Yao', 'Kodjo', 'Abla', 'Edem', 'Komi', 'Yawa', 'Essi', 'Dede', 'Mawuli']
    const crowd = names.map((firstName, i) => signer({ ...AFI, firstName }, { n: i + 1 }))
    expect(new Set(standings(reviewOf(crowd)).map(([, reason]) => reason))).toEqual(new Set(['many-at-once']))
    const family = reviewOf(crowd.slice(1))
    expect(family.figures().joel).toMatchObject({ valid: 1, 'to-review': 9 })
  })

  it('counts the next one where a person rejected the first, or called it a duplicate of nothing', () => {
    for (const verdict of ['rejected', 'duplicate'] as const) {
      const review = reviewOf([signer(AFI, { n: 1 }), signer(AFI, { n: 2 })])
      review.decide([{ envelope: idOf(1), petition: 'joel', verdict }])
      expect(standings(review)).toEqual([
        [verdict, 'decided', null],
        ['valid', 'first', null],
      ])
    }
  })

  it('forgets who withdrew, and then the next one counts', () => {
    const review = reviewOf([signer(AFI, { n: 1 }), signer(AFI, { n: 2 })])
    review.forget(idOf(1))
    expect(standings(review)).toEqual([['valid', 'first', null]])
    expect(review.act(idOf(1))).toBeUndefined()
  })

  it('says nothing of petitions that were not asked for', () => {
    const review = new Review(HOME, ['joel'])
    review.take([signer(AFI, { n: 1, petitions: ['joel', 'manahel'] })])
    expect(review.signedPetitions()).toEqual(['joel'])
  })
})

describe('a search', () => {
  const acts = [
    signer(AFI, { n: 1 }),
    signer({ firstName: 'Kossi', lastName: 'Dogbé', email: 'kossi@mail.tg' }, { n: 2 }),
    opened(contact(), { n: 3 }),
    signer(
      { firstName: 'Dela', lastName: 'Amégan', town: 'Lomé', quarter: 'Bè-Kpota 2', phone: '+33612345678' },
      { n: 4 },
    ),
    signer({ firstName: 'Dela', lastName: 'Amegan', town: 'Aného', quarter: 'Zébévi' }, { n: 5 }),
    opened({ ...letter(), from: { firstName: 'Dela', country: 'TG' } } as ReturnType<typeof letter>, { n: 6 }),
  ]
  const found = (text: string) => search(acts, text, 10).map((it) => Number.parseInt(it.head.id.slice(-6), 16))
  it('finds by parts of the name in any order and without accents, the newest first, of every kind', () => {
    expect(found('mensah AFI')).toEqual([3, 1])
    expect(found('dogbe')).toEqual([2])
  })
  it('finds by number, address or id', () => {
    expect(found('90 12 34 56')).toEqual([3, 1])
    expect(found('0022890123456')).toEqual([3, 1])
    expect(found('KOSSI@')).toEqual([2])
    expect(found(idOf(2))).toEqual([2])
  })
  it('finds by several words, each of them in the name, the number, the address or the place', () => {
    expect(found('amegan LOME')).toEqual([4])
    expect(found('zebevi amégan')).toEqual([5])
    expect(found('dela')).toEqual([6, 5, 4])
    expect(found('kpota 2 dela')).toEqual([4])
    expect(found('dogbe kossi@mail')).toEqual([2])
    expect(found('mail.tg kossi')).toEqual([2])
    expect(found('afi 90 12 34 56')).toEqual([3, 1])
    expect(found('amegan 90 12 34 56'), 'each word has to fit').toEqual([])
    expect(found('06 12 34 56 78'), 'as it is dialled at home').toEqual([4])
  })
  it('finds nobody by nothing', () => {
    for (const text of ['', ' ', 'a', '--']) expect(found(text)).toEqual([])
  })
})
