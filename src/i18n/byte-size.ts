// Apart from the other numbers: only who saves a file is told how large it is, and every page counts.
import { known, once } from './counting.ts'
import type { Language } from './languages.ts'

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A file's size in words, in units of a thousand. */
export function byteSize(language: Language, bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const unit = UNITS[power] as string
  const style = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: power > 1 ? 1 : 0 } as const
  return once(`size ${language} ${unit}`, () => new Intl.NumberFormat(known(language), style)).format(
    bytes / 1000 ** power,
  )
}
