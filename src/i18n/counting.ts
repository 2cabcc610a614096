import type { Forms } from './forms.ts'
import { FIRST_LANGUAGE, type Language } from './languages.ts'

export type { Forms }

// Numbers, dates and plurals as each language writes them (Intl; CLDR's plural rules).

/** A language that the browser's Intl does not know counts, and writes dates, as the first one: never as the device's own. */
// English by itself would be America's: December 13, 7:40 PM.
export const known = (language: Language): string[] => [language === 'en' ? 'en-GB' : language, FIRST_LANGUAGE]

const made = new Map<string, unknown>()

/** Formatters are slow to make and live for ever. */
export function once<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make())
  return made.get(key) as T
}

/** The form that goes with `count`: in French 0 is singular, in English it is not. */
export function formOf(language: Language, count: number, forms: Forms): string {
  const rules = once(`plural ${language}`, () => new Intl.PluralRules(known(language)))
  return forms[rules.select(count)] ?? forms.other
}

export const number = (language: Language, value: number): string =>
  once(`number ${language}`, () => new Intl.NumberFormat(known(language))).format(value)

/** A moment (ms, or a Date) as a language writes it. French makes an ordinal of the first of a month, and Intl does not. */
export function written(language: Language, at: Date | number, style: Intl.DateTimeFormatOptions): string {
  const format = once(
    `date ${language} ${JSON.stringify(style)}`,
    () => new Intl.DateTimeFormat(known(language), style),
  )
  const text = format.format(at)
  return language === 'fr' ? text.replace(/^1 /, '1er ') : text
}

/** Calendar dates in words: `fr 2025-12-13`, and `fr 2025-12` where only the month is said. */
export type DatesInWords = Record<string, string>

let asked: DatesInWords | undefined

/** Of a calendar date (`2025-12-13`, or `2025-12`), which belongs to no time zone. */
function ofDate(language: Language, date: string, style: Intl.DateTimeFormatOptions): string {
  const key = `${language} ${date}`
  const text = once(key, () =>
    written(language, new Date(date), { ...style, month: 'long', year: 'numeric', timeZone: 'UTC' }),
  )
  if (asked) asked[key] = text
  return text
}

/** A calendar date in words. */
export const day = (language: Language, date: string): string => ofDate(language, date, { day: 'numeric' })

/** The month of a calendar date in words. */
export const month = (language: Language, date: string): string => ofDate(language, date.slice(0, 7), {})

/** Also the dates that `draw` asked for: a page that brings them spares its reader Intl's first one, a fifth of a second on a slow phone. */
export function withDates<T>(draw: () => T): [T, DatesInWords] {
  const dates: DatesInWords = {}
  asked = dates
  try {
    return [draw(), dates]
  } finally {
    asked = undefined
  }
}

export function knowDates(dates: DatesInWords): void {
  for (const key in dates) made.set(key, dates[key])
}

/** A moment in ms, in the device's own time zone, to the minute. */
export const moment = (language: Language, at: number): string =>
  written(language, at, { dateStyle: 'long', timeStyle: 'short' })
