import { describe, expect, it } from 'vitest'
import { fold, nameWords } from '../../../src/console/review/fold.ts'
import { compatible } from '../../../src/console/review/names.ts'
import { implausibleContact, implausibleName } from '../../../src/console/review/suspicion.ts'
import { contactsOf } from '../../../src/console/review/traits.ts'
import { HOME } from './people.ts'

const split = (name: string) => {
  const [firstName = '', ...rest] = name.split(' ')
  return nameWords(firstName, rest.join(' '))
}
const same = (a: string, b: string) => {
  const there = compatible(split(a), split(b))
  expect(compatible(split(b), split(a)), 'the same the other way round').toBe(there)
  return there
}

describe('a text as it is compared', () => {
  it('has no accents, capitals, apostrophes, dashes or double spaces', () => {
    expect(fold('  ÉLISE-Œuvre   d’Almeida ')).toBe('elise oeuvre dalmeida')
    expect(fold('N\u0303a')).toBe('na')
  })
  it('spells the letters of Ewe as a French keyboard does', () => {
    expect(fold('Ɖzifa Ŋutɔ Ƒoli')).toBe('dzifa nuto foli')
  })
  it('keeps letters that are not Latin', () => {
    expect(fold('Ольга 李明')).toBe('ольга 李明')
  })
})

describe('two names are compatible', () => {
  it.each([
    ['Afi Mensah', 'MENSAH  afi'],
    ['Élise Dossou', 'Elise DOSSOU'],
    ['Afi Akosua Mensah', 'Afi Mensah'],
    ['A. Mensah', 'Afi Mensah'],
    ['Koffi Mensah', 'Kofi Mensah'],
    ['Afi Mensah', 'Afi Mensa'],
    ['Jean-Pierre Dogbé', 'Jeanpierre Dogbe'],
    ['Kossi d’Almeida', 'Kossi dalmeida'],
    ['Akouvi Lawson', 'Akouvi Lawosn'],
  ])('%s, %s', (a, b) => expect(same(a, b)).toBe(true))
})

describe('two names are not compatible', () => {
  it.each([
    ['Afi Mensah', 'Kossi Mensah'],
    // Friday's and Sunday's child: one letter apart, and brothers.
    ['Koffi Mensah', 'Kossi Mensah'],
    ['Afi Mensah', 'Afi Lawson'],
    ['Afi Mensah', 'Ama Mensah'],
    ['Amina Sow', 'Aminata Sow'],
    ['Akoua Mensah', 'Akouvi Mensah'],
    ['A. M.', 'Afi Mensah'],
    ['Mensah', 'Afi Mensah'],
  ])('%s, %s', (a, b) => expect(same(a, b)).toBe(false))
})

describe('a contact', () => {
  it('is compared as the number that is dialled, and the address without its capitals', () => {
    expect(contactsOf({ phone: '+22890123456', email: 'Afi@Mail.TG' }, HOME)).toEqual(['+22890123456', 'afi@mail.tg'])
    expect(contactsOf({ phone: '90 12 34 56' }, HOME)).toEqual(['+22890123456'])
    expect(contactsOf({}, HOME)).toEqual([])
  })
})

describe('the plain rules', () => {
  const name = (firstName: string, lastName: string) => implausibleName({ firstName, lastName })
  it.each([
    ['Afi2', 'Mensah'],
    ['www.gagner.com', 'ici'],
    ['aaaaaa', 'Mensah'],
    ['x', 'xxx'],
    ['?', '!'],
    ['Test', 'Mensah'],
    ['A', 'B'],
  ])('doubt the name %s %s', (a, b) => expect(name(a, b)).toBe(true))
  it.each([
    ['Afi', 'Mensah'],
    ['Ng', 'Li'],
    ['Koffi', 'Koffi'],
    ['明', '李'],
    ['Jean-François', 'd’Almeida'],
    ['Aaron', 'A.'],
    ['Ɖzifa', 'Ŋutɔ'],
  ])('believe the name %s %s', (a, b) => expect(name(a, b)).toBe(false))
  it('doubt numbers that count and addresses that nobody has', () => {
    for (const phone of ['+22890000000', '+22812345678', '+22887654321', '+22899999999'])
      expect([phone, implausibleContact({ phone })]).toEqual([phone, phone !== '+22890000000'])
    expect(implausibleContact({ email: 'a@example.com' })).toBe(true)
    expect(implausibleContact({ email: 'afi@mail.tg', phone: '+22890123456' })).toBe(false)
  })
})
