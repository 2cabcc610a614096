import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { ActBody } from '../../protocol/act.ts'
import type { Campaign } from '../../protocol/campaign.ts'
import { Envelope } from '../../protocol/envelope.ts'
import { newUuid } from '../../protocol/ids.ts'
import { MAX_LETTER } from '../../protocol/limits.ts'
import { importOpeningKey, newSealingPair, type OpeningKey, open, rawPublicKey } from '../../protocol/opening.ts'
import { newReceiptCode, withdrawTag } from '../../protocol/receipt.ts'
import { seal } from '../../protocol/seal.ts'
import { keyIdOf } from '../../protocol/sealing-key.ts'
import '../../src/i18n/en/chapter.ts'
import { actWords } from '../../src/i18n/acts.ts'
import { formWords } from '../../src/i18n/form.ts'
import { sentenceFor } from '../../src/petition/acts/act-sentence.ts'
import { consentsOf } from '../../src/petition/acts/consents-of.ts'
import {
  emptyLetter,
  isWritten,
  type LetterFields,
  letterBody,
  letterProblems,
} from '../../src/petition/acts/letter.ts'
import { mailLink, wholeLetter } from '../../src/petition/acts/letter-text.ts'
import {
  type ContactFields,
  contactBody,
  contactProblems,
  emptyContact,
  emptyJoin,
  type JoinFields,
  joinBody,
  joinOrder,
  joinProblems,
} from '../../src/petition/acts/person-acts.ts'
import { headOf } from '../../src/petition/envelope-head.ts'
import { HOSTILE_STRINGS } from '../hostile-strings.ts'
import { openCampaign } from './campaign.fixture.ts'

let campaign: Campaign
let opening: OpeningKey
let publicKey: string
const now = new Date('2026-11-25T14:02:07Z')

beforeAll(async () => {
  campaign = await openCampaign()
  const pair = await newSealingPair()
  publicKey = await rawPublicKey(pair.publicKey)
  opening = await importOpeningKey(await crypto.subtle.exportKey('jwk', pair.privateKey))
})

const letter = (change: Partial<LetterFields> = {}): LetterFields => ({
  ...emptyLetter(campaign, 'person'),
  text: ' Courage, Joel.\n\nAfi ',
  firstName: ' Afi ',
  agreed: ['letter'],
  ...change,
})
const person = { firstName: 'Afi', lastName: 'Mensah', phone: '90 12 34 56' }
const join = (change: Partial<JoinFields> = {}): JoinFields => ({
  ...emptyJoin(campaign),
  ...person,
  as: 'individual',
  read: true,
  agreed: ['join'],
  ...change,
})
const boxes = { read: 'J’ai lu.', oldEnough: 'J’ai 16 ans ou plus.' }
const contact = (change: Partial<ContactFields> = {}): ContactFields => ({
  ...emptyContact(campaign),
  ...person,
  message: 'Bonjour',
  agreed: ['contact'],
  ...change,
})

/** Sealed as a phone seals it, and opened as the console opens it. */
async function there(body: ActBody, petitions: string[]) {
  const id = (await keyIdOf(publicKey)) as string
  const tag = await withdrawTag(campaign.id, newReceiptCode())
  const head = headOf({ kind: body.kind, petitions }, campaign, { id: newUuid(), key: id, withdrawTag: tag })
  const envelope = z.parse(Envelope, await seal(head, body, publicKey))
  return { envelope, opened: await open(envelope, opening) }
}

describe('a letter', () => {
  test('to a person needs a text, a first name and the consent, and nothing else', () => {
    expect(letterProblems(letter())).toEqual({})
    expect(Object.keys(letterProblems(emptyLetter(campaign, 'person')))).toEqual(['text', 'firstName', 'letter'])
  })

  test('to an authority is signed with the whole name', () => {
    expect(Object.keys(letterProblems(letter({ to: 'authority' })))).toEqual(['lastName'])
    expect(letterProblems(letter({ to: 'authority', lastName: 'Mensah' }))).toEqual({})
  })

  test('has a length', () => {
    expect(letterProblems(letter({ text: 'a'.repeat(MAX_LETTER + 1) }))).toEqual({
      text: { problem: 'too-long', most: MAX_LETTER },
    })
  })

  test('is sealed for one petition under its own consent, and opens as it was written', async () => {
    const body = letterBody(letter(), campaign, 'fr', now)
    const { envelope, opened } = await there(body, ['joel-paredes'])
    expect(envelope).toMatchObject({ kind: 'letter', petitions: ['joel-paredes'], consent: 'letter-1' })
    expect(opened).toEqual(body)
    expect(opened).toMatchObject({
      kind: 'letter',
      to: 'person',
      from: { firstName: 'Afi', country: 'TG' },
      text: 'Courage, Joel.\n\nAfi',
      channel: 'phone',
      consents: [{ purpose: 'letter', text: 'letter-1', language: 'fr', given: true }],
    })
    expect('lastName' in (opened as { from: object }).from).toBe(false)
  })

  test('of the longest that can be typed fits in an envelope, in any script', async () => {
    for (const sign of ['é', '汉', '👩🏾‍🌾', '\u202e']) {
      const text = sign.repeat(Math.floor(MAX_LETTER / sign.length))
      expect(letterProblems(letter({ text }))).toEqual({})
      const { opened } = await there(letterBody(letter({ text }), campaign, 'fr', now), ['joel-paredes'])
      expect(opened).toMatchObject({ text })
    }
  })

  test('knows when there is something to lose', () => {
    expect(isWritten(emptyLetter(campaign, 'person'))).toBe(false)
    expect(isWritten({ ...emptyLetter(campaign, 'person'), text: 'C' })).toBe(true)
  })
})

describe('a request to join', () => {
  test('wants the code of conduct read, a person, and the consent', () => {
    expect(joinProblems(join(), campaign)).toEqual({})
    const empty: JoinFields = { ...emptyJoin(campaign), as: 'individual' }
    const problems = joinProblems(empty, campaign)
    expect(joinOrder(empty).filter((it) => problems[it])).toEqual(['read', 'firstName', 'lastName', 'phone', 'join'])
  })

  test('names a group of the list, or none', async () => {
    const groups = [{ id: 'lome-be', name: 'Bè', town: 'Lomé' }]
    const with_ = { ...campaign, join: { ...campaign.join, groups } }
    expect(emptyJoin(with_).as).toBe('group')
    expect(Object.keys(joinProblems(join({ as: 'group' }), with_))).toEqual(['group'])
    expect(Object.keys(joinProblems(join({ as: 'group', group: 'kara' }), with_))).toEqual(['group'])
    expect(joinProblems(join({ as: 'individual' }), with_)).toEqual({})
    const body = joinBody(join({ as: 'group', group: 'lome-be', message: ' Oui ' }), with_, 'fr', now, boxes)
    const { envelope, opened } = await there(body, [])
    expect(envelope).toMatchObject({ kind: 'join', petitions: [], consent: 'join-1' })
    expect(opened).toMatchObject({ way: 'group', group: 'lome-be', codeOfConduct: 'conduct-1', message: 'Oui' })
  })

  test('asks for an age and for nothing more where the campaign has one', () => {
    const aged = { ...campaign, join: { ...campaign.join, minAge: 16 } }
    expect(joinProblems(join(), aged)).toEqual({ oldEnough: { problem: 'missing' } })
    expect(joinProblems(join({ oldEnough: true }), aged)).toEqual({})
    const said = (language: 'fr' | 'en') =>
      sentenceFor(
        actWords[language].problem,
        formWords[language].problem,
        'oldEnough',
        { problem: 'missing' },
        { way: 'phone', age: 16 },
      )
    expect(said('fr')).toBe('On peut nous rejoindre à partir de 16 ans.')
    expect(said('en')).toBe('Joining is possible from the age of 16.')
  })

  test('asks what it needs first, and for news apart', async () => {
    expect(consentsOf(campaign, 'join').map((it) => it.purpose)).toEqual(['join', 'news', 'calls'])
    const fields = join({ agreed: ['join', 'news'], email: 'afi@exemple.org' })
    expect(joinProblems({ ...fields, email: '' }, campaign)).toEqual({ email: { problem: 'missing' } })
    const { opened } = await there(joinBody(fields, campaign, 'en', now, boxes), [])
    expect(opened).toMatchObject({ way: 'individual', person: { phone: '+22890123456', email: 'afi@exemple.org' } })
    expect(opened.consents.map((it) => [it.purpose, it.given, it.language])).toEqual([
      ['join', true, 'en'],
      ['news', true, 'en'],
      ['calls', false, 'en'],
    ])
  })
})

describe('what is ticked beside the consents of a request', () => {
  const declaredIn = async (minAge: number | undefined, language: string) => {
    const { minAge: _, ...rest } = campaign.join
    const asking = { ...campaign, join: { ...rest, ...(minAge ? { minAge } : {}) } }
    const fields = join({ oldEnough: true })
    const { opened } = await there(joinBody(fields, asking, language, now, boxes), [])
    return opened.kind === 'join' ? opened.declared : null
  }

  test('is kept with its version, its language and the sentence at the box', async () => {
    expect(await declaredIn(16, 'en')).toEqual([
      { about: 'code-of-conduct', text: 'conduct-1', language: 'en', said: 'J’ai lu.' },
      { about: 'age', text: 'age-16', language: 'en', said: 'J’ai 16 ans ou plus.' },
    ])
  })

  test('says nothing of an age that nobody asked for, and in which language the code could be read', async () => {
    expect(await declaredIn(undefined, 'ee')).toEqual([
      { about: 'code-of-conduct', text: 'conduct-1', language: 'fr', said: 'J’ai lu.' },
    ])
  })

  test('is not in requests of earlier versions, which are read as before', async () => {
    const { declared: _, ...earlier } = joinBody(join(), campaign, 'fr', now, boxes) as Extract<
      ActBody,
      { kind: 'join' }
    >
    expect((await there(earlier, [])).opened).toEqual(earlier)
    expect(z.safeParse(ActBody, { ...earlier, declared: [] }).success).toBe(false)
  })
})

describe('a message', () => {
  test('needs its words and who writes them', async () => {
    expect(contactProblems(contact(), campaign)).toEqual({})
    expect(Object.keys(contactProblems(contact({ message: ' ', agreed: [] }), campaign))).toEqual([
      'message',
      'contact',
    ])
    const { envelope, opened } = await there(contactBody(contact(), campaign, 'fr', now), [])
    expect(envelope).toMatchObject({ kind: 'contact', petitions: [], consent: 'contact-1' })
    expect(opened).toMatchObject({ kind: 'contact', message: 'Bonjour', person: { lastName: 'Mensah' } })
  })
})

test('what is missing is said in the words of each form, what is wrong as anywhere', () => {
  const say = (field: string, problem: Parameters<typeof sentenceFor>[3]) =>
    sentenceFor(actWords.fr.problem, formWords.fr.problem, field, problem, { way: 'phone', age: 0 })
  expect(say('text', { problem: 'missing' })).toBe('Écrivez votre lettre.')
  expect(say('firstName', { problem: 'missing' })).toBe('Écrivez votre prénom.')
  expect(say('text', { problem: 'too-long', most: 4000 })).toMatch(/4000/)
  expect(say('phone', { problem: 'too-short', by: 2 })).toBe('Il manque deux chiffres.')
})

test('strings made to break something come back byte for byte from every field', async () => {
  for (const text of HOSTILE_STRINGS.filter((it) => it.trim() !== '')) {
    const body = letterBody(letter({ text, firstName: text, lastName: text }), campaign, 'fr', now)
    if (!z.safeParse(ActBody, body).success) throw new Error(`not an act: ${JSON.stringify(text)}`)
    expect((await there(body, ['joel-paredes'])).opened).toEqual(body)
  }
})

describe('a letter that its writer sends', () => {
  const about = { addressee: 'Procureur général', address: '1, rue X\nJujuy', language: 'fr' }

  test('begins with its addressee and ends with a name and a country', () => {
    expect(wholeLetter(letter({ to: 'authority', lastName: 'Mensah' }), about)).toBe(
      'Procureur général\n1, rue X\nJujuy\n\nCourage, Joel.\n\nAfi\n\nAfi Mensah, Togo',
    )
  })

  test('becomes a link for e-mail that carries nothing but its own parts', () => {
    const link = mailLink('greffe@exemple.org?bcc=x@y.z', 'À propos & plus', 'Un\nDeux\ud800')
    expect(link).toBe(
      'mailto:greffe@exemple.org%3Fbcc%3Dx%40y.z?subject=%C3%80%20propos%20%26%20plus&body=Un%0D%0ADeux%EF%BF%BD',
    )
    expect(mailLink('a@b.cd', 's', 'é'.repeat(2000))).toBeNull()
  })
})
