import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { SignatureBody } from '../../protocol/act.ts'
import type { Campaign } from '../../protocol/campaign.ts'
import { EnvelopeHead } from '../../protocol/envelope.ts'
import { withdrawTag } from '../../protocol/receipt.ts'
import '../../src/i18n/en/chapter.ts'
import { formWords } from '../../src/i18n/form.ts'
import { clockInDoubt, localTime } from '../../src/petition/act-body.ts'
import { headOf } from '../../src/petition/envelope-head.ts'
import { isFilled } from '../../src/petition/person.ts'
import { problemWords } from '../../src/petition/problem-words.ts'
import {
  bodyOf,
  emptyFields,
  type FieldName,
  fieldOrder,
  problemsOf,
  type SignFields,
} from '../../src/petition/sign.ts'
import { openCampaign } from './campaign.fixture.ts'

let campaign: Campaign
const now = new Date('2026-11-22T14:02:07Z')

const filledForm = (change: Partial<SignFields> = {}): SignFields => ({
  ...emptyFields(campaign, ['manahel-al-otaibi']),
  firstName: 'Afi',
  lastName: 'Mensah',
  phone: '90 12 34 56',
  agreed: ['sign'],
  ...change,
})

/** The sentences beside the fields, in French. */
function sentences(fields: SignFields): Partial<Record<FieldName, string>> {
  const problems = problemsOf(fields, campaign)
  const wrong = fieldOrder(fields).flatMap((name) => {
    const it = problems[name]
    return it ? [[name, problemWords(formWords.fr.problem, name, it, fields)] as const] : []
  })
  return Object.fromEntries(wrong)
}

beforeAll(async () => {
  campaign = await openCampaign()
})

describe('a form', () => {
  test('with a name, a phone and the consent has nothing to correct', () => {
    expect(problemsOf(filledForm(), campaign)).toEqual({})
  })

  test('that is empty asks for everything it needs, and for nothing else', () => {
    expect(Object.keys(sentences(emptyFields(campaign, [])))).toEqual([
      'petitions',
      'firstName',
      'lastName',
      'phone',
      'sign',
    ])
  })

  test('takes an e-mail, or a town and quarter, in place of a phone', () => {
    expect(problemsOf(filledForm({ way: 'email', phone: '', email: 'afi@exemple.org' }), campaign)).toEqual({})
    expect(problemsOf(filledForm({ way: 'place', phone: '', town: 'Lomé', quarter: 'Bè' }), campaign)).toEqual({})
    expect(problemsOf(filledForm({ way: 'place', town: 'Lomé' }), campaign)).toEqual({
      quarter: { problem: 'missing' },
    })
  })

  test('says in words how many digits are missing or too many', () => {
    expect(sentences(filledForm({ phone: '90 12 34' }))).toEqual({ phone: 'Il manque deux chiffres.' })
    expect(sentences(filledForm({ phone: '90 12 34 5' }))).toEqual({ phone: 'Il manque un chiffre.' })
    expect(sentences(filledForm({ phone: '90 12 34 56 7' }))).toEqual({ phone: 'Il y a un chiffre de trop.' })
    expect(sentences(filledForm({ phone: 'demain' })).phone).toMatch(/pas un numéro/)
  })

  test('says the same in English', () => {
    const { problem } = formWords.en
    const say = (by: number) => problemWords(problem, 'phone', { problem: 'too-short', by }, filledForm())
    expect([say(1), say(2), say(11)]).toEqual([
      'One digit is missing.',
      'Two digits are missing.',
      '11 digits are missing.',
    ])
  })

  test('takes foreign numbers', () => {
    expect(problemsOf(filledForm({ phone: '+33 6 12 34 56 78' }), campaign)).toEqual({})
    expect(problemsOf(filledForm({ country: 'BJ', phone: '+229 97 12 34 56' }), campaign)).toEqual({})
    // Of Togo's length, and a number of Benin.
    expect(problemsOf(filledForm({ country: 'BJ', phone: '97 12 34 56' }), campaign)).toHaveProperty('phone')
    expect(problemsOf(filledForm({ phone: '00229 01 97 00 00 00' }), campaign)).toEqual({})
  })

  test('asks for an address where news are wished, and for a number where calls are', () => {
    const wishes = filledForm({
      way: 'place',
      phone: '',
      town: 'Lomé',
      quarter: 'Bè',
      agreed: ['sign', 'news', 'calls'],
    })
    expect(sentences(wishes)).toEqual({
      phone: formWords.fr.problem.phoneForCalls,
      email: formWords.fr.problem.emailForNews,
    })
  })

  test('has what a wish needs beside the wish, and leads there in that order', () => {
    const wishes = filledForm({ agreed: ['sign', 'news'] })
    expect(fieldOrder(wishes)).toEqual(['petitions', 'firstName', 'lastName', 'phone', 'sign', 'email'])
    expect(fieldOrder({ ...wishes, way: 'email' })).toEqual([
      'petitions',
      'firstName',
      'lastName',
      'email',
      'sign',
      'phone',
    ])
  })

  test('refuses what is too long before anything is sealed, and spaces in place of a name', () => {
    expect(sentences(filledForm({ firstName: 'a'.repeat(101) }))).toEqual({
      firstName: 'C’est trop long\u00a0: 100 caractères au plus.',
    })
    expect(problemsOf(filledForm({ lastName: '   ' }), campaign)).toEqual({ lastName: { problem: 'missing' } })
  })

  test('counts as filled once something is typed, not by what is ticked', () => {
    expect(isFilled(emptyFields(campaign, ['joel-paredes']))).toBe(false)
    expect(isFilled({ ...emptyFields(campaign, []), agreed: ['sign'] })).toBe(false)
    expect(isFilled({ ...emptyFields(campaign, []), quarter: 'B' })).toBe(true)
  })
})

describe('the act', () => {
  test('is what the protocol calls a signature', () => {
    const body = bodyOf(filledForm({ firstName: '  Afi ' }), campaign, 'fr', now)
    expect(z.parse(SignatureBody, body)).toEqual(body)
    expect(body.person).toEqual({ firstName: 'Afi', lastName: 'Mensah', country: 'TG', phone: '+22890123456' })
    expect(body.channel).toBe('phone')
  })

  test('records each consent, given or refused, with its text and the language it was read in', () => {
    const { consents } = bodyOf(filledForm({ agreed: ['sign', 'public-name'] }), campaign, 'en', now)
    expect(consents).toEqual([
      { purpose: 'sign', text: 'sign-1', language: 'en', given: true },
      { purpose: 'news', text: 'news-1', language: 'en', given: false },
      { purpose: 'calls', text: 'calls-1', language: 'en', given: false },
      { purpose: 'public-name', text: 'public-name-1', language: 'en', given: true },
    ])
  })

  test('names the language in which a text was really shown', () => {
    const consents = campaign.consents.map((it) => ({ ...it, text: { fr: it.text.fr ?? '' } }))
    const body = bodyOf(filledForm(), { ...campaign, consents }, 'en', now)
    expect(body.consents.map((it) => it.language)).toEqual(['fr', 'fr', 'fr', 'fr'])
  })

  test('holds no phone or town that another way does not ask for', () => {
    const changedMind = filledForm({ way: 'email', email: 'afi@exemple.org', town: 'Lomé', quarter: 'Bè' })
    expect(bodyOf(changedMind, campaign, 'fr', now).person).toEqual({
      firstName: 'Afi',
      lastName: 'Mensah',
      country: 'TG',
      email: 'afi@exemple.org',
    })
  })

  test('keeps hostile texts as they were typed', () => {
    const name = '=cmd|\u202e<script>alert(1)</script>\u200d👩🏾‍🌾'
    const body = bodyOf(filledForm({ firstName: name }), campaign, 'fr', now)
    expect(z.parse(SignatureBody, body).person.firstName).toBe(name)
  })

  test('has a clear part with sorted petitions and the consent that signing needs', async () => {
    const tag = await withdrawTag(campaign.id, '0'.repeat(26))
    const fields = filledForm({ petitions: ['manahel-al-otaibi', 'joel-paredes'] })
    const id = '9b2d1c7e-5f3a-4c1b-8d2e-0a1b2c3d4e5f'
    const head = headOf(fields, campaign, { id, key: campaign.sealingKey?.id ?? '', withdrawTag: tag })
    expect(z.parse(EnvelopeHead, head)).toEqual(head)
    expect(head.petitions).toEqual(['joel-paredes', 'manahel-al-otaibi'])
    expect(head.consent).toBe('sign-1')
  })
})

describe('the time of signing', () => {
  const at = (offsetMinutes: number) => {
    const date = new Date(now)
    date.getTimezoneOffset = () => -offsetMinutes
    return localTime(date)
  }

  test('is local, with its offset', () => {
    expect(at(0)).toBe('2026-11-22T14:02:07+00:00')
    expect(at(330)).toBe('2026-11-22T19:32:07+05:30')
    expect(at(-210)).toBe('2026-11-22T10:32:07-03:30')
  })

  test('is in doubt before the key was made and after the campaign was destroyed', () => {
    expect(clockInDoubt(now, campaign)).toBe(false)
    expect(clockInDoubt(new Date('2015-01-01T00:00:00Z'), campaign)).toBe(true)
    expect(clockInDoubt(new Date('2040-01-01T00:00:00Z'), campaign)).toBe(true)
  })
})
