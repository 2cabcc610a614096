import type { AuditLine } from '../../../protocol/team-routes.ts'
import type { TeamWords } from '../../i18n/fr/console-team.ts'
import { BYTE_ORDER_MARK, csvText, type Delimiter } from '../csv.ts'
import { aboutWords, byNameAndId, campaignAbout, type JournalNames } from './journal-about.ts'

/** The sentence for an entry's word; a word of another version stands as it is. */
export const auditSentence = (what: string, said: TeamWords['journal']): string =>
  Object.hasOwn(said.words, what) ? said.words[what as keyof typeof said.words] : said.unknown.replace('{what}', what)

const COLUMNS = ['at', 'who', 'what', 'campaign', 'about', 'count'] as const

/** The audit log as a file for a spreadsheet, oldest first, as logs are read. */
export function journalCsv(lines: readonly AuditLine[], names: JournalNames, said: TeamWords, delimiter: Delimiter) {
  const { journal } = said
  const cell = (line: AuditLine, column: (typeof COLUMNS)[number]) => {
    if (column === 'what') return auditSentence(line.what, journal)
    if (column === 'campaign') return campaignAbout(line, names, byNameAndId)
    return column === 'about' ? aboutWords(line, names, said, byNameAndId) : String(line[column] ?? '')
  }
  const rows = lines.map((line) => COLUMNS.map((column) => cell(line, column)))
  return BYTE_ORDER_MARK + csvText([COLUMNS.map((column) => journal.columns[column]), ...rows.reverse()], delimiter)
}
