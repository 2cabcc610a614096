import { answered } from './counting.ts'

/** A country's name as the browser knows it in a language; its code where it does not. */
export function countryName(language: string, code: string): string {
  return answered(language, code, () => {
    try {
      return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code
    } catch {
      return code
    }
  })
}
