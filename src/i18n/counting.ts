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

/** A moment in ms, in the device's own time zone, to the minute. */
export const moment = (language: Language, at: number): string =>
  once(`moment ${language}`, () => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' })).format(
    at,
  )

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A file's size in words, in units of a thousand. */
export function byteSize(language: Language, bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const unit = UNITS[power] as string
  const style = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: power > 1 ? 1 : 0 } as const
  return once(`size ${language} ${unit}`, () => new Intl.NumberFormat(language, style)).format(bytes / 1000 ** power)
}
