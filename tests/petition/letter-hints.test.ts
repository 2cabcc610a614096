import { describe, expect, test } from 'vitest'
import { type HintName, letterHints } from '../../src/petition/acts/letter-hints.ts'
import { HOSTILE_STRINGS } from '../hostile-strings.ts'

const PERSON = 'Joel Paredes'
const theme = { name: { fr: 'Ligue (togolaise) des droits', en: 'Togo Rights League' } }

const hints = (text: string, to: 'person' | 'authority' = 'person') => letterHints(text, to, PERSON, { theme })
const kinds = (text: string, to?: 'person' | 'authority') => hints(text, to).map((it) => it.hint)

describe('a letter to a person', () => {
  test.each<[HintName, string, string]>([
    ['organisation', 'Amnesty International pense à toi.', 'Amnesty International'],
    ['organisation', 'La Ligue (togolaise) des droits te salue.', 'Ligue (togolaise) des droits'],
    ['organisation', 'An NGO told me about you.', 'NGO'],
    ['religion', 'Que Dieu te garde !', 'Dieu'],
    ['religion', 'Joyeux Noël, cher Joel.', 'Noël'],
    ['religion', 'Je prie pour toi chaque soir.', 'prie pour'],
    ['religion', 'Aïd moubarak !', 'Aïd moubarak'],
    ['religion', 'Merry Christmas', 'Christmas'],
    ['religion', 'You are in my prayers.', 'prayers'],
    ['politics', 'Ton gouvernement a tort.', 'gouvernement'],
    ['politics', 'The elections were rigged.', 'elections'],
    ['charges', 'Je sais que tu es innocent.', 'innocent'],
    ['charges', 'They accused you of terrorism.', 'accused'],
    ['contact', 'Appelle-moi au +228 90 12 34 56.', '+228 90 12 34 56'],
    ['contact', 'Write to me: afi@exemple.org', 'afi@exemple.org'],
  ])('is asked to leave %s aside: %s', (hint, text, word) => {
    expect(hints(text)).toEqual([{ hint, word }])
  })

  test.each([
    'Cher Joel, je pense à toi. Courage !',
    'Mes meilleurs vœux pour la fin de l’année.',
    'Best wishes for the end of the year, dear Joel.',
    'Je suis parti de chez moi ce matin, cela vaut la peine.',
    'On va aménager le jardin, avec un amandier.',
    'Je vous prie de croire à mon amitié. Adieu la tristesse, Dieu merci.',
    'I will aid you; a goddess of rain; the christening of a boat.',
    'Je fais un régime alimentaire depuis 2023.',
    'La justice viendra, tu sortiras de prison.',
    'Ma fille a 12 ans, elle en aura 13 le 30 juin 2027.',
    'Les poètes écrivent, les accordéons jouent.',
  ])('is left alone where a word only looks like one: %s', (text) => {
    expect(hints(text)).toEqual([])
  })

  test('gets one hint of each kind, what can harm first', () => {
    expect(kinds('Noël, Pâques, Dieu. Ton président, ton gouvernement. Amnesty. Coupable !')).toEqual([
      'organisation',
      'charges',
      'politics',
      'religion',
    ])
  })

  test('may be about nothing yet, and too long to be read', () => {
    expect(hints('  ')).toEqual([])
    expect(kinds('Courage. '.repeat(300))).toEqual(['long'])
  })
})

describe('a letter to the authority', () => {
  const polite = 'Monsieur le ministre, je vous demande de faire répondre de leurs actes ceux qui ont tiré.'

  test('may name the organisation, politics and charges', () => {
    expect(kinds(`${polite} Amnesty le dit de Joel Paredes, condamné par le gouvernement.`, 'authority')).toEqual([])
  })

  test('is asked to name the person, once it is more than a beginning', () => {
    expect(kinds(polite, 'authority')).toEqual(['name'])
    expect(kinds(`${polite} Joël PAREDES attend.`, 'authority')).toEqual([])
    expect(kinds('Monsieur,', 'authority')).toEqual([])
  })

  test.each([
    ['Vous êtes des assassins, rendez justice à Joel Paredes.', 'assassins'],
    ['Shame on you for what happened to Joel Paredes.', 'Shame on you'],
  ])('is asked to do without insults: %s', (text, word) => {
    expect(hints(text, 'authority')).toEqual([{ hint: 'insult', word }])
  })

  test('is left alone where a firm word is none', () => {
    expect(hints('La victime de ces assassinats, Joel Paredes, attend une réponse.', 'authority')).toEqual([])
  })
})

test('whatever is typed is answered at once', () => {
  const began = performance.now()
  for (const text of [...HOSTILE_STRINGS, 'a'.repeat(4000), '1 '.repeat(2000), '@'.repeat(4000), 'a@'.repeat(2000)])
    for (const to of ['person', 'authority'] as const) letterHints(text, to, '(.*+', { theme })
  // Far from what a slow pattern would take, and far from what a busy machine needs.
  expect(performance.now() - began).toBeLessThan(5000)
})
