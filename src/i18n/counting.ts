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

/** By language and what was asked: `fr 1642`, `fr 2025-12-13`, `fr 2025-12`, `fr TG`; `fr 3?`: which form goes with it. */
export type IntlAnswers = Record<string, string>

let brought: IntlAnswers = {}
let told: IntlAnswers | undefined

/** From what the page brought, or from Intl, whose first answer takes a slow phone a fifth of a second. */
export function answered(language: string, question: string | number, ask: () => string): string {
  const key = `${language} ${question}`
  const answer = brought[key] ?? ask()
  if (told) told[key] = answer
  return answer
}

/** From now on, nobody asks Intl for these. */
export function bring(answers: IntlAnswers): void {
  brought = answers
}

/** What `draw` gives, and every answer that it needed; it must not wait for anything. */
export function withAnswers<T>(draw: () => T): [T, IntlAnswers] {
  const answers: IntlAnswers = {}
  told = answers
  try {
    return [draw(), answers]
  } finally {
    told = undefined
  }
}

/** The form that goes with `count`: in French 0 is singular, in English it is not. */
export function formOf(language: Language, count: number, forms: Forms): string {
  const form = answered(language, `${count}?`, () =>
    once(`plural ${language}`, () => new Intl.PluralRules(known(language))).select(count),
  )
  return forms[form as keyof Forms] ?? forms.other
}

export const number = (language: Language, value: number): string =>
  answered(language, value, () =>
    once(`number ${language}`, () => new Intl.NumberFormat(known(language))).format(value),
  )

/** A moment (ms, or a Date) as a language writes it. French makes an ordinal of the first of a month, and Intl does not. */
export function written(language: Language, at: Date | number, style: Intl.DateTimeFormatOptions): string {
  const format = once(
    `date ${language} ${JSON.stringify(style)}`,
    () => new Intl.DateTimeFormat(known(language), style),
  )
  const text = format.format(at)
  return language === 'fr' ? text.replace(/^1 /, '1er ') : text
}

/** Of a calendar date (`2025-12-13`, or `2025-12`), which belongs to no time zone. */
const ofDate = (language: Language, date: string, style: Intl.DateTimeFormatOptions) =>
  answered(language, date, () =>
    written(language, new Date(date), { ...style, month: 'long', year: 'numeric', timeZone: 'UTC' }),
  )

/** A calendar date in words. */
export const day = (language: Language, date: string): string => ofDate(language, date, { day: 'numeric' })

/** The month of a calendar date in words. */
export const month = (language: Language, date: string): string => ofDate(language, date.slice(0, 7), {})

/** A moment in ms, in the device's own time zone, to the minute. */
export const moment = (language: Language, at: number): string =>
  written(language, at, { dateStyle: 'long', timeStyle: 'short' })
