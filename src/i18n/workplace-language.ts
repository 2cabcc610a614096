import { FIRST_LANGUAGE, isLanguage, type Language } from './languages.ts'

// A workplace's addresses have no language in them. What was chosen there is kept in this browser (a language tells nothing of
// anyone); before that, the browser's own languages decide.
const nameOf = (workplace: 'console' | 'stand') => `paraphe-${workplace}-language`

export function workplaceLanguage(workplace: 'console' | 'stand'): Language {
  const candidates = [kept(nameOf(workplace)), ...navigator.languages.map((it) => it.toLowerCase().split('-')[0])]
  return candidates.find((it): it is Language => isLanguage(it)) ?? FIRST_LANGUAGE
}

function kept(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined
  } catch {
    return undefined
  }
}

export function keepWorkplaceLanguage(workplace: 'console' | 'stand', language: Language): void {
  try {
    localStorage.setItem(nameOf(workplace), language)
  } catch {
    // Storage is refused: the choice lasts until the page is left.
  }
}
