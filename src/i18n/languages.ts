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

export const isLanguage = (text: string | undefined): text is Language => LANGUAGES.some((it) => it === text)

/** The last words of addresses that a language says in its own way. What stands on printed receipts stays as it is. */
const ADDRESS_WORDS: Record<Exclude<Language, typeof FIRST_LANGUAGE>, Record<string, string>> = {
  en: { lettre: 'letter', rejoindre: 'join' },
}

/** Only where no petition's id can stand: `/rejoindre`, `/p/x/lettre`. */
const LAST_WORD = /^(\/(?:p\/[^/]+\/)?)([^/]+)$/

/** The language of an address, and the address in the first language: `/en/p/x/letter` is `en` and `/p/x/lettre`. */
export function splitPath(path: string): { language: Language; path: string } {
  const [, prefix, ...rest] = path.split('/')
  if (!isLanguage(prefix) || prefix === FIRST_LANGUAGE) return { language: FIRST_LANGUAGE, path }
  const words = Object.entries(ADDRESS_WORDS[prefix])
  const first = (word: string) => words.find(([, its]) => its === word)?.[0] ?? word
  return { language: prefix, path: `/${rest.join('/')}`.replace(LAST_WORD, (_, start, word) => start + first(word)) }
}

/** An address of the first language in another: `pathIn('en', '/')` is `/en`. */
export function pathIn(language: Language, path: string): string {
  if (language === FIRST_LANGUAGE) return path
  const words = ADDRESS_WORDS[language]
  return path === '/'
    ? `/${language}`
    : `/${language}${path.replace(LAST_WORD, (_, start, it) => start + (words[it] ?? it))}`
}
