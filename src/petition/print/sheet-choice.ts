// What is to be printed, and what is wrong with it. Pure.
import type { Language } from '../../i18n/languages.ts'

export type Box = 'news' | 'calls'
export const BOXES: readonly Box[] = ['news', 'calls']

/** Rows on one signature sheet; what is left of the page is its head. */
export const ROWS = 13
export const SLIPS_A_PAGE = 6
export const MOST_SHEETS = 100
export const MOST_SLIP_PAGES = 30

export interface SheetChoice {
  language: Language
  petitions: readonly string[]
  boxes: readonly Box[]
  /** How many, as typed. */
  count: string
  /** Of the first sheet, as typed. Empty: it is written by hand. */
  first: string
}

/** Null where it is no whole number from 1 to `most`. */
export function countOf(typed: string, most: number): number | null {
  const count = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0
  return count >= 1 && count <= most ? count : null
}

/** `GM-009`, `GM-010`, …: a number counts on with as many digits; what does not end in one gets `-2`, `-3`. */
export function sheetNumbers(first: string, count: number): string[] {
  const number = first.trim()
  if (number === '') return new Array<string>(count).fill('')
  const [, stem = '', last] = /^(.*?)(\d+)$/.exec(number) ?? []
  return Array.from({ length: count }, (_, i) => {
    if (last !== undefined) return stem + String(BigInt(last) + BigInt(i)).padStart(last.length, '0')
    return i === 0 ? number : `${number}-${i + 1}`
  })
}
