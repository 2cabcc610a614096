import { teamWords } from '../../i18n/console-team.ts'
import { type Forms, formOf, moment, number } from '../../i18n/counting.ts'
import { filled } from '../../i18n/filled.ts'
import { useLanguage } from '../../i18n/language.tsx'

/** The words of team, account and journal, and how their language writes moments. */
export function useTeamWords() {
  const language = useLanguage()
  return {
    said: teamWords[language],
    momentOf: (iso: string) => moment(language, Date.parse(iso)),
    counted: (forms: Forms, n: number) => filled(formOf(language, n, forms), { n: number(language, n) }),
  }
}
