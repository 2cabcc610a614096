// A letter as its writer sends it: to whom, the text, from whom. Pure.
import { countryName } from '../../i18n/country-name.ts'
import type { LetterFields } from './letter.ts'

interface About {
  addressee: string
  /** Line by line; '' where the case gives none. */
  address: string
  language: string
}

export function wholeLetter(fields: LetterFields, { addressee, address, language }: About): string {
  const { firstName, lastName, country, text } = fields
  const name = `${firstName.trim()} ${lastName.trim()}`.trim()
  const from = name === '' ? '' : `${name}, ${countryName(language, country)}`
  return [[addressee, address.trim()].filter(Boolean).join('\n'), text.trim(), from].filter(Boolean).join('\n\n')
}

/** Windows hands no longer address to a mail program, and cuts it without a word. */
const LONGEST_LINK = 2000

/** RFC 6068. Null where the letter is too long for a link. */
export function mailLink(email: string, subject: string, body: string): string | null {
  // `@` stays readable; whatever could begin a header of its own does not.
  const to = encodeURIComponent(email).replace('%40', '@')
  const wellFormed = (text: string) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))
  const link = `mailto:${to}?subject=${wellFormed(subject)}&body=${wellFormed(body.replace(/\r?\n/g, '\r\n'))}`
  return link.length > LONGEST_LINK ? null : link
}
