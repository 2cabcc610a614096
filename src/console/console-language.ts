import { FIRST_LANGUAGE, isLanguage, type Language } from '../i18n/languages.ts'

// The console's addresses have no language in them. What was chosen is kept in this browser (a language tells nothing of
// anyone); before that, the browser's own languages decide.
const KEEP = 'paraphe-console-language'

export function consoleLanguage(): Language {
  const candidates = [kept(), ...navigator.languages.map((it) => it.slice(0, 2).toLowerCase())]
  return candidates.find((it): it is Language => isLanguage(it)) ?? FIRST_LANGUAGE
}

function kept(): string | undefined {
  try {
    return localStorage.getItem(KEEP) ?? undefined
  } catch {
    return undefined
  }
}

export function keepConsoleLanguage(language: Language): void {
  try {
    localStorage.setItem(KEEP, language)
  } catch {
    // Storage is refused: the choice lasts until the page is left.
  }
}
