import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { LocalText } from '../../protocol/local-text.ts'
import { inLanguage } from '../../protocol/reading.ts'
import { FIRST_LANGUAGE, type Language, type Words } from './languages.ts'

export const LanguageContext = createContext<Language>(FIRST_LANGUAGE)

export const useLanguage = (): Language => useContext(LanguageContext)

/** A part's words in the language of the page. */
export const useWords = <Part,>(words: Words<Part>): Part => words[useLanguage()]

/** Says a campaign's text in the language of the page. */
export function useSay(): (text: LocalText) => string {
  const language = useLanguage()
  return (text) => inLanguage(text, language)
}
