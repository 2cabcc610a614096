// Days that a text writes out: `31 juillet 2027`, `1er août 2027`, `31 July 2027`, `July 31, 2027`.

const ORDINAL = '(?:er|st|nd|rd|th)?'

/** The months as a language writes them, January first. */
const monthsOf = (language: string): string[] => {
  const month = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, at) => month.format(Date.UTC(2026, at)))
}

/** Every day that is written out, and what `write` puts in its place. Days as `2027-07-31`. */
function eachDay(text: string, language: string, write: (day: string, words: string) => string): string {
  const months = monthsOf(language)
  const month = `(${months.join('|')})`
  const either = `(\\d{1,2})${ORDINAL}\\s+${month}\\s+(\\d{4})|${month}\\s+(\\d{1,2})${ORDINAL},?\\s+(\\d{4})`
  return text.replace(new RegExp(`\\b(?:${either})\\b`, 'giu'), (words, day, after, year, before, day2, year2) => {
    const named = String(after ?? before).toLowerCase()
    const at = months.findIndex((it) => it.toLowerCase() === named) + 1
    const two = (n: number | string) => String(n).padStart(2, '0')
    return write(`${year ?? year2}-${two(at)}-${two(day ?? day2)}`, words)
  })
}

export function writtenDays(text: string, language: string): string[] {
  const found: string[] = []
  eachDay(text, language, (day, words) => {
    found.push(day)
    return words
  })
  return found
}

/** The text with another day in place of one that it writes out, day before month or after it as it was. */
export function withDay(text: string, language: string, from: string, to: string): string {
  const [year = '', month = '', day = ''] = to.split('-')
  const name = monthsOf(language)[Number(month) - 1] ?? ''
  const number = Number(day)
  const first = language === 'fr' && number === 1 ? '1er' : String(number)
  return eachDay(text, language, (found, words) => {
    if (found !== from) return words
    return /^\d/.test(words) ? `${first} ${name} ${year}` : `${name} ${number}, ${year}`
  })
}
