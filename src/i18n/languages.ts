import type { Forms } from './forms.ts'

// The languages that the interface speaks. A language is one file per part in src/i18n/<language>/; one that is added here does
// not compile until it has every part. The campaign's texts may speak more or fewer.
export const LANGUAGES = ['fr', 'en'] as const

export type Language = (typeof LANGUAGES)[number]

/** The language of addresses without a prefix. */
export const FIRST_LANGUAGE = 'fr' satisfies Language

/** Which way each one is written: `dir` of its pages. The styles know start and end, never left and right. */
export const DIRECTIONS: Record<Language, 'ltr' | 'rtl'> = { fr: 'ltr', en: 'ltr' }

/** A part's words in every language: what the first language has, each other one must have too. */
export type Words<Part> = Record<Language, Part>

/** The shape of a part, as its first language has it: where that has two forms of a word, another may have three, or one. */
export type Spoken<Part> = Part extends { one: string; other: string }
  ? Forms
  : Part extends string | ((...all: never[]) => unknown)
    ? Part
    : { [Key in keyof Part]: Spoken<Part[Key]> }

/** The one after this, and after the last the first: for a button that changes the language. */
export const nextLanguage = (language: Language): Language =>
  LANGUAGES[(LANGUAGES.indexOf(language) + 1) % LANGUAGES.length] ?? FIRST_LANGUAGE

export const isLanguage = (text: string | undefined): text is Language => LANGUAGES.some((it) => it === text)

/** The last words of addresses, in the first language and in another. */
const ENDS: Record<string, readonly (readonly [string, string])[]> = {
  en: [
    ['rejoindre', 'join'],
    ['lettre', 'letter'],
    ['retrait', 'withdraw'],
    ['envois', 'outbox'],
  ],
}

/** `/join` and `/p/x/letter`. Of two words the second is a petition's own, whatever it is called. */
function turned(language: Language, path: string, from: 0 | 1): string {
  const words = path.split('/')
  const last = words.pop() ?? ''
  const pair = ENDS[language]?.find((it) => it[from] === last)
  return [...words, (words.length % 2 && pair?.[from ? 0 : 1]) || last].join('/')
}

/**
 * The language of an address, and the address as the first one has it: `/en/p/x/letter` is `en` and `/p/x/lettre`. So is
 * `/en/p/x/lettre`: an address with the first language's word means the same.
 */
export function splitPath(path: string): { language: Language; path: string } {
  const [, prefix, ...rest] = path.split('/')
  if (!isLanguage(prefix) || prefix === FIRST_LANGUAGE) return { language: FIRST_LANGUAGE, path }
  return { language: prefix, path: turned(prefix, `/${rest.join('/')}`, 1) }
}

/** An address of the first language in another: `pathIn('en', '/')` is `/en`. */
export function pathIn(language: Language, path: string): string {
  if (language === FIRST_LANGUAGE) return path
  return `/${language}${path === '/' ? '' : turned(language, path, 0)}`
}
