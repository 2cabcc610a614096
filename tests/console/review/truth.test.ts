import { expect, test } from 'vitest'
import { Review } from '../../../src/console/review/review.ts'
import { knownSignatures } from '../../journeys/truth.ts'
import { HOME, signer } from './people.ts'

test('the rules find of five hundred what was planted, name by name', () => {
  const { first, later } = knownSignatures()
  const all = [...first, ...later].filter((it) => it.truth !== 'withdrawn' && it.truth !== 'unreadable')
  const review = new Review(HOME)
  review.take(all.map(({ person, petition }, n) => signer(person, { n: n + 1, petitions: [petition] })))
  const said = review
    .signedPetitions()
    .flatMap((petition) => review.signatures(petition))
    .map((it) => [Number.parseInt(it.act.head.id.slice(-6), 16), it.standing])
  expect(Object.fromEntries(said)).toEqual(Object.fromEntries(all.map((it, i) => [i + 1, it.truth])))
})
