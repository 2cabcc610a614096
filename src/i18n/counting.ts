import type { Language } from './languages.ts'

// Numbers, dates and plurals as each language writes them (Intl; CLDR's plural rules).

/** A word in its forms: what `one` does not fit takes `other`. */
export interface Forms {
  one: string
  other: string
}

const made = new Map<string, unknown>()

/** Formatters are slow to make and live for ever. */
function once<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make())
  return made.get(key) as T
}

/** The form that goes with `count`: in French 0 is singular, in English it is not. */
export function formOf(language: Language, count: number, forms: Forms): string {
  const rules = once(`plural ${language}`, () => new Intl.PluralRules(language))
  return rules.select(count) === 'one' ? forms.one : forms.other
}

export const number = (language: Language, value: number): string =>
  once(`number ${language}`, () => new Intl.NumberFormat(language)).format(value)

const dates = (language: Language, style: Intl.DateTimeFormatOptions) =>
  once(
    `date ${language} ${JSON.stringify(style)}`,
    () => new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' }),
  )

/** A calendar date (`2025-12-13`), which belongs to no time zone, in words. */
export const day = (language: Language, date: string): string =>
  dates(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(`${date}T00:00:00Z`))

/** The month of a calendar date in words. */
export const month = (language: Language, date: string): string =>
  dates(language, { month: 'long', year: 'numeric' }).format(new Date(`${date}T00:00:00Z`))
