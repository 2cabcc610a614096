import type { Stand } from '../../protocol/stand.ts'
import { day, moment, written } from '../i18n/counting.ts'
import { filled } from '../i18n/filled.ts'
import type { StandWords } from '../i18n/fr/stands.ts'
import type { Language } from '../i18n/languages.ts'
import { standWords } from '../i18n/stands.ts'
import { useConsoleWords } from './console-context.ts'

/** The words about stands, beside the console's own. */
export function useStandWords() {
  const all = useConsoleWords()
  const { language } = all
  return {
    ...all,
    said: standWords[language],
    datesOf: (stand: Stand) => datesOf(standWords[language], language, stand),
    /** A moment (ISO 8601) to the minute. */
    momentOf: (iso: string) => moment(language, Date.parse(iso)),
    /** The same, short enough for a table. */
    contactOf: (iso: string) => written(language, new Date(iso), { dateStyle: 'medium', timeStyle: 'short' }),
  }
}

/** `le 22 novembre 2026`, `du 22 … au 23 …`. */
export function datesOf(said: StandWords, language: Language, { from, to }: Stand): string {
  if (from === to) return filled(said.oneDay, { day: day(language, from) })
  return filled(said.days, { from: day(language, from), to: day(language, to) })
}
