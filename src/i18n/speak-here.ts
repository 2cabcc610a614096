import { DIRECTIONS, type Language } from './languages.ts'

/** Tells browser and screen reader what the document speaks, and lays it out from the side where that is begun to be read. */
export function speakHere(language: Language): void {
  document.documentElement.lang = language
  document.documentElement.dir = DIRECTIONS[language]
}
