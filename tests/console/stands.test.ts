import { describe, expect, it } from 'vitest'
import { ServerRefusal } from '../../src/api.ts'
import { failureWords } from '../../src/console/failure-words.ts'
import { hrefOf, type Place, placeOf, sectionOf } from '../../src/console/place.ts'
import { judgeFields, newFields } from '../../src/console/stand-draft.ts'
import { missing, notHere, rangeWords, stillWaiting } from '../../src/console/tablet-figures.ts'
import { datesOf } from '../../src/console/use-stand-words.ts'
import { consoleWords } from '../../src/i18n/console.ts'
import { allReasonWords } from '../../src/i18n/console-reasons.ts'
import { standWords } from '../../src/i18n/stands.ts'

describe('the form of a stand', () => {
  const good = { ...newFields('2026-11-22', ['awa', 'bila']), name: ' Marché ', place: 'Lomé' }

  it('begins today, for every open case, and gives what the server takes', () => {
    expect(judgeFields(good)).toEqual({
      draft: {
        name: 'Marché',
        place: 'Lomé',
        from: '2026-11-22',
        to: '2026-11-22',
        petitions: ['awa', 'bila'],
        tablets: 1,
      },
    })
    expect(judgeFields({ ...good, tablets: ' 3 ' })).toMatchObject({ draft: { tablets: 3 } })
  })

  it('names what is wrong in the order of the form', () => {
    const empty = { name: ' ', place: '', from: '', to: '', petitions: [], tablets: '' }
    expect(judgeFields(empty)).toEqual({ wrong: ['name', 'place', 'from', 'to', 'petitions', 'tablets'] })
    expect(judgeFields({ ...good, to: '2026-11-21' })).toEqual({ wrong: ['to'] })
    for (const tablets of ['0', '51', '1.5', '-1', '1e1', 'deux'])
      expect(judgeFields({ ...good, tablets })).toEqual({ wrong: ['tablets'] })
  })
})

describe('a tablet’s figures', () => {
  const told = { captured: 9, waiting: 5, refused: 0, withdrawn: 1, heardAt: '2026-11-22T14:00:00Z', carrier: null }

  it('count as waiting what the tablet said, less what has come since', () => {
    expect(stillWaiting({ told, neverArrived: [{ first: 5, last: 9 }] })).toBe(5)
    expect(stillWaiting({ told, neverArrived: [{ first: 8, last: 9 }] })).toBe(2)
    expect(stillWaiting({ told, neverArrived: [] })).toBe(0)
    expect(stillWaiting({ told: null, neverArrived: [] })).toBeNull()
  })

  it('miss only what neither waits there nor was withdrawn', () => {
    const neverArrived = [
      { first: 2, last: 3 },
      { first: 5, last: 9 },
    ]
    expect(notHere({ neverArrived })).toBe(7)
    expect(missing({ told, neverArrived })).toBe(1)
    expect(missing({ told, neverArrived: neverArrived.slice(1) })).toBe(0)
    expect(missing({ told: null, neverArrived })).toBe(0)
  })

  it('name numbers as people read them, the first few', () => {
    expect(rangeWords([])).toBe('')
    expect(
      rangeWords([
        { first: 3, last: 5 },
        { first: 9, last: 9 },
      ]),
    ).toBe('3–5, 9')
    expect(rangeWords(Array.from({ length: 9 }, (_, i) => ({ first: 2 * i, last: 2 * i })))).toBe(
      '0, 2, 4, 6, 8, 10, …',
    )
  })
})

describe('a place in the console', () => {
  it('is written into the address and read from it, stands too', () => {
    const places: Place[] = [
      { screen: 'stands', campaign: 'a' },
      { screen: 'new-stand', campaign: 'a' },
      { screen: 'stand', campaign: 'a', stand: 'new' },
    ]
    for (const place of places) {
      expect(placeOf(hrefOf(place))).toEqual(place)
      expect(sectionOf(place)).toBe('stands')
    }
    for (const hash of ['#stand/a', '#stands/a/b', '#key/a/b']) expect(placeOf(hash)).toEqual({ screen: 'overview' })
  })
})

it('says the days of a stand as each language does', () => {
  const stand = { id: 'a', campaign: 'a', name: '', place: '', from: '2026-11-22', to: '2026-11-23', petitions: [] }
  expect(datesOf(standWords.fr, 'fr', stand)).toBe('du 22 novembre 2026 au 23 novembre 2026')
  expect(datesOf(standWords.en, 'en', { ...stand, to: stand.from })).toBe('on 22 November 2026')
})

it('says of a stand that is gone what to do', () => {
  const { failure } = consoleWords.fr
  expect(failureWords(new ServerRefusal('unknown-stand', 404, null), failure, allReasonWords.fr, true)).toBe(
    failure.standGone,
  )
})
