import { beforeAll, describe, expect, test } from 'vitest'
import { ActBody } from '../../protocol/act.ts'
import type { Campaign } from '../../protocol/campaign.ts'
import { formatReceiptCode, newReceiptCode } from '../../protocol/receipt.ts'
import {
  firstRow,
  isRowFilled,
  nextRow,
  type PaperRow,
  paperBody,
  readContact,
  rowProblems,
  slipCode,
} from '../../src/stand/paper-row.ts'
import {
  firstSheet,
  nextNumber,
  type Sheet,
  sheetPetitions,
  sheetProblems,
  versionsOf,
} from '../../src/stand/paper-sheet.ts'
import { openCampaign } from '../petition/campaign.fixture.ts'

let campaign: Campaign
let sheet: Sheet
beforeAll(async () => {
  campaign = await openCampaign()
  sheet = { ...firstSheet(campaign, { petitions: ['joel-paredes'] }, 'fr'), number: 'GM-007' }
})

const row = (change: Partial<PaperRow> = {}): PaperRow => ({
  ...firstRow(campaign),
  lastName: 'Mensah',
  firstName: 'Afi',
  contact: '90 12 34 56',
  ...change,
})
const body = (change: Partial<PaperRow> = {}, on: Partial<Sheet> = {}) =>
  paperBody(row(change), { ...sheet, ...on }, campaign, 'grand-marche', new Date('2026-11-23T10:00:00Z'))
const problems = (change: Partial<PaperRow>, on: Partial<Sheet> = {}) =>
  rowProblems(row(change), { ...sheet, ...on }, campaign)

describe('a row', () => {
  test('is an act that the seal takes, from paper, with its stand and sheet', () => {
    const act = body()
    expect(ActBody.parse(act)).toEqual(act)
    expect(act).toMatchObject({ channel: 'paper', stand: 'grand-marche', sheet: 'GM-007' })
    expect(act.person).toEqual({ firstName: 'Afi', lastName: 'Mensah', country: 'TG', phone: '+22890123456' })
  })

  test('says of consents what the sheet carried, in its versions and language, and nothing of others', () => {
    const texts = { sign: 'sign-1', news: 'news-1' }
    const given = body({ contact: 'afi@exemple.org', ticked: ['news', 'calls'] }, { texts, language: 'en' }).consents
    expect(given).toEqual([
      { purpose: 'sign', text: 'sign-1', language: 'en', given: true },
      { purpose: 'news', text: 'news-1', language: 'en', given: true },
    ])
    expect(body().consents.map((it) => [it.purpose, it.given])).toEqual([
      ['sign', true],
      ['news', false],
      ['calls', false],
    ])
  })

  test('keeps an older version of the text where the sheet carried that', () => {
    expect(body({}, { texts: { sign: 'sign-0' } }).consents).toEqual([
      { purpose: 'sign', text: 'sign-0', language: 'fr', given: true },
    ])
  })

  test('is told apart by number, address or place, and keeps the place only without the others', () => {
    const place = { town: 'Lomé', quarter: 'Bè' }
    expect(body({ ...place }).person).not.toHaveProperty('town')
    expect(body({ ...place, contact: 'afi@exemple.org' }).person).toMatchObject({ email: 'afi@exemple.org' })
    expect(body({ ...place, contact: 'afi@exemple.org' }).person).not.toHaveProperty('town')
    expect(body({ ...place, contact: ' ' }).person).toMatchObject(place)
  })

  test.each([
    ['90 12 34 56', { phone: '90 12 34 56', email: '' }],
    ['afi@exemple.org', { phone: '', email: 'afi@exemple.org' }],
    ['90123456 / afi@exemple.org', { phone: '90123456', email: 'afi@exemple.org' }],
    ['afi@exemple.org, +228 90 12 34 56', { phone: '+228 90 12 34 56', email: 'afi@exemple.org' }],
    ['  ', { phone: '', email: '' }],
  ])('reads the contact %j', (typed, read) => {
    expect(readContact(typed)).toEqual(read)
  })

  test('without any way to tell it apart says so once, beside the contact', () => {
    expect(problems({ contact: '' })).toEqual({ contact: { problem: 'no-way' } })
    expect(problems({ contact: '', town: 'Lomé' })).toEqual({ quarter: { problem: 'missing' } })
    expect(problems({ contact: '', town: 'Lomé', quarter: 'Bè' })).toEqual({})
  })

  test('says what is wrong with a number or an address', () => {
    expect(problems({ contact: '90 12 34' })).toEqual({ contact: { problem: 'too-short', by: 2 } })
    expect(problems({ contact: 'afi@' })).toEqual({ contact: { problem: 'not-an-address' } })
    expect(problems({ lastName: ' ', firstName: '' })).toEqual({
      lastName: { problem: 'missing' },
      firstName: { problem: 'missing' },
    })
  })

  test('with a tick needs what the tick is about', () => {
    expect(problems({ ticked: ['news'] })).toEqual({ contact: { problem: 'news-need-email' } })
    expect(problems({ contact: 'afi@exemple.org', ticked: ['calls'] })).toEqual({
      contact: { problem: 'calls-need-phone' },
    })
    expect(problems({ contact: '90123456 afi@exemple.org', ticked: ['news', 'calls'] })).toEqual({})
    expect(problems({ ticked: ['news'] }, { texts: { sign: 'sign-1' } }), 'a box that the sheet lacks').toEqual({})
  })

  test('takes a slip’s code as it is typed or as a scanner types it', () => {
    const code = newReceiptCode()
    const shown = formatReceiptCode(code)
    expect(slipCode(row({ slip: shown.toLowerCase().replaceAll('-', ' ') }))).toBe(code)
    const link = `https://petitions.example/retrait#${campaign.id}.${shown.replaceAll('-', '')}`
    expect(slipCode(row({ slip: link }))).toBe(code)
    expect(slipCode(row())).toBeNull()
    expect(problems({ slip: link.replace(campaign.id, 'another') })).toEqual({ slip: { problem: 'other-campaign' } })
    expect(problems({ slip: `${shown}7` })).toEqual({ slip: { problem: 'not-a-code' } })
  })

  test('is followed by one that repeats town, quarter and country, and nothing else', () => {
    const next = nextRow(campaign, row({ town: 'Lomé', quarter: 'Bè', country: 'BJ', ticked: ['calls'], slip: 'x' }))
    expect(next).toEqual({ ...firstRow(campaign), town: 'Lomé', quarter: 'Bè', country: 'BJ' })
    expect(isRowFilled(next, next)).toBe(false)
    expect(isRowFilled({ ...next, lastName: 'M' }, next)).toBe(true)
    expect(isRowFilled({ ...next, ticked: ['news'] }, next)).toBe(true)
  })
})

describe('a sheet', () => {
  test('is first for the stand’s open cases; where it has none, for all open ones', () => {
    expect(sheet.petitions).toEqual(['joel-paredes'])
    expect(sheetPetitions(campaign, { petitions: ['maryia-kalesnikava'] })).toEqual([
      'manahel-al-otaibi',
      'joel-paredes',
    ])
  })

  test.each([
    ['12', '13'],
    ['GM-009', 'GM-010'],
    ['GM-999', 'GM-1000'],
    ['Kara', ''],
  ])('%s is followed by %j', (number, next) => {
    expect(nextNumber(number)).toBe(next)
  })

  test('needs a number of at most forty letters, and a case', () => {
    expect(sheetProblems({ ...sheet, number: ' ', petitions: [] })).toEqual({
      number: { problem: 'missing' },
      petitions: { problem: 'missing' },
    })
    expect(sheetProblems({ ...sheet, number: 'x'.repeat(41) })).toEqual({ number: { problem: 'too-long', most: 40 } })
    expect(sheetProblems(sheet)).toEqual({})
  })

  test('may carry any earlier version of a text', () => {
    expect(versionsOf('sign-3')).toEqual(['sign-3', 'sign-2', 'sign-1'])
    expect(versionsOf('public-name-1')).toEqual(['public-name-1'])
    expect(versionsOf('signature')).toEqual(['signature'])
  })
})
