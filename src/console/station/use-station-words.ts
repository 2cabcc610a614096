import { stationWords } from '../../i18n/console-station.ts'
import { moment } from '../../i18n/counting.ts'
import { useConsoleWords } from '../console-context.ts'

/** The words about sealed copies and the station that opens them, beside the console's own. */
export function useStationWords() {
  const all = useConsoleWords()
  return {
    ...all,
    said: stationWords[all.language],
    momentOf: (iso: string) => moment(all.language, Date.parse(iso)),
  }
}
