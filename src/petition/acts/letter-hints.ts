// Gentle checks of a letter, for what its rules usually forbid. They point at a word and never stand in the way: who writes knows
// better than a list. Pure. Words of French and English alike, whatever the page speaks.
import type { Campaign } from '../../../protocol/campaign.ts'
import type { To } from '../pages/offered.ts'

export type HintName = 'organisation' | 'religion' | 'politics' | 'charges' | 'contact' | 'insult' | 'name' | 'long'

/** `word`: what was found, as it was typed; absent where something is missing. */
export interface Hint {
  hint: HintName
  word?: string
}

/**
 * Whole words only, so that “aménager” is no “amen”. Left out on purpose is what mostly means something else: “parti”, “peine”, “prier
 * de”, “adieu”, “prison”, “justice”.
 */
const anyOf = (...words: string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}\\d])(?:${words.join('|')})(?![\\p{L}\\p{M}\\d])`, 'iu')

const ORGANISATION = [
  'amnesty(?: international)?',
  'human rights watch',
  'ong',
  'ngo',
  'nations unies',
  'united nations',
]

const RELIGION = anyOf(
  'dieu(?! merci)',
  'god(?! bless america)',
  'allah',
  'jésus',
  'jesus',
  'christ',
  'seigneur',
  'prophète',
  'prophet',
  'amen',
  'bible',
  'coran',
  "qur[’']?an",
  'koran',
  'prières?',
  'prayers?',
  'pri(?:e|es|ons|erai|erons) pour',
  'pray(?:ing)?(?: for)?',
  'béni(?:e|r|s|sse)?',
  'bless(?:ed|ings?)?',
  'noël',
  'christmas',
  'xmas',
  'pâques',
  'easter',
  'ramadan',
  'aïd(?:[- ]\\p{L}+)?',
  'eid',
  'tabaski',
  'toussaint',
  'carême',
  'inch ?allah',
)

const POLITICS = anyOf(
  'politiques?',
  'political',
  'politics',
  'gouvernements?',
  'government',
  'régime(?! alimentaire)',
  'regime',
  'présidente?s?',
  'presidents?',
  'dictat(?:eurs?|ures?|ors?|orships?)',
  'élections?',
  'elections?',
  'opposition',
  'opposants?',
  'opponents?',
  'révolution',
  'revolution',
)

const CHARGES = anyOf(
  'accus(?:é|ée|és|ées|ation|ations|ed)',
  'accusations?',
  'condamn(?:é|ée|és|ées|ation|ations)',
  'convict(?:ed|ions?)',
  'sentenced',
  'terroris(?:me|tes?|m|ts?)',
  'extrémis(?:me|tes?)',
  'extremis(?:m|ts?)',
  'coupables?',
  'guilty',
  'innocente?s?',
  "chef d[’']accusation",
  'procès',
  'trial',
  'charges? against',
  'crimes?',
)

const CONTACT = /(?:\+|00)?\d(?:[ .-]?\d){7,}|[^\s@]+@[^\s@]+\.[^\s@]+|(?<!\p{L})(?:https?:\/\/|www\.)\S+/iu

const INSULT = anyOf(
  'assassins?',
  'murderers?',
  'idiots?',
  'imbéciles?',
  'stupid(?:es?)?',
  'salauds?',
  'ordures?',
  'crétins?',
  'voyous?',
  'bastards?',
  'scum',
  'pourris?',
  'honte à vous',
  'shame on you',
  'bourreaux?',
  'tyrans?',
  'tyrants?',
)

/** Characters that fit on a page written by hand. */
const A_PAGE = 1800

const found = (pattern: RegExp, text: string): string | undefined => pattern.exec(text)?.[0]

/** The campaign's own organisation is one that must not be named to a person, whatever it is called. */
function organisation(text: string, { theme }: Pick<Campaign, 'theme'>): string | undefined {
  const own = Object.values(theme?.name ?? {}).filter((it) => it.trim().length > 2)
  return found(anyOf(...own.map(escaped), ...ORGANISATION), text)
}

const escaped = (text: string): string => text.trim().replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')

/** A letter names a person by any word of the name that is long enough to be one. */
const names = (text: string, person: string): boolean => {
  const words = person.split(/[\s-]+/).filter((it) => it.length > 2)
  return words.length === 0 || words.some((it) => anyOf(escaped(it)).test(text))
}

/** At most one hint of each kind, in the order of what matters; none for an empty letter. */
export function letterHints(text: string, to: To, person: string, campaign: Pick<Campaign, 'theme'>): Hint[] {
  if (text.trim() === '') return []
  const checks: [HintName, string | undefined][] =
    to === 'person'
      ? [
          ['organisation', organisation(text, campaign)],
          ['charges', found(CHARGES, text)],
          ['politics', found(POLITICS, text)],
          ['religion', found(RELIGION, text)],
        ]
      : [['insult', found(INSULT, text)]]
  const hints: Hint[] = [...checks, ['contact', found(CONTACT, text)] as const].flatMap(([hint, word]) =>
    word ? [{ hint, word: word.trim() }] : [],
  )
  // Not while the first sentence is still being written.
  if (to === 'authority' && text.trim().length > 80 && !names(text, person)) hints.push({ hint: 'name' })
  if (text.length > A_PAGE) hints.push({ hint: 'long' })
  return hints
}
