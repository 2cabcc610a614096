import type { Language } from './languages.ts'

/** What each language calls itself, for those who read only that one. */
export const LANGUAGE_NAMES: Record<Language, { name: string; readHere: string }> = {
  fr: { name: 'Français', readHere: 'Lire cette page en français' },
  en: { name: 'English', readHere: 'Read this page in English' },
}
