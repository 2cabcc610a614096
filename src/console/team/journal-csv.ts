import type { AuditLine } from '../../../protocol/team-routes.ts'
import type { TeamWords } from '../../i18n/fr/console-team.ts'
import { BYTE_ORDER_MARK, csvText, type Delimiter } from '../csv.ts'

/** The sentence for an entry's word; a word of another version stands as it is. */
export const auditSentence = (what: string, said: TeamWords['journal']): string =>
  Object.hasOwn(said.words, what) ? said.words[what as keyof typeof said.words] : said.unknown.replace('{what}', what)

const COLUMNS = ['at', 'who', 'what', 'campaign', 'about', 'count'] as const

/** The audit log as a file for a spreadsheet, oldest first, as logs are read. */
export function journalCsv(lines: readonly AuditLine[], said: TeamWords['journal'], delimiter: Delimiter) {
  const rows = lines.map((line) =>
    COLUMNS.map((column) => (column === 'what' ? auditSentence(line.what, said) : String(line[column] ?? ''))),
  )
  return BYTE_ORDER_MARK + csvText([COLUMNS.map((column) => said.columns[column]), ...rows.reverse()], delimiter)
}
