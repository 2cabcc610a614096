import { reviewWords } from '../../i18n/console-review.ts'
import { moment, written } from '../../i18n/counting.ts'
import { useConsoleWords } from '../console-context.ts'

/** The words about what is opened, beside the console's own. */
export function useReviewWords() {
  const all = useConsoleWords()
  const { language } = all
  return {
    ...all,
    said: reviewWords[language],
    /** A moment (ISO 8601) to the minute. */
    momentOf: (iso: string) => moment(language, Date.parse(iso)),
    /** A device's local time (LocalTime), as its own clock showed it. */
    localMomentOf: (at: string) =>
      written(language, Date.parse(`${at.slice(0, 19)}Z`), { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }),
  }
}
