import { describe, expect, test } from 'vitest'
import { day, formOf, month, number } from '../../src/i18n/counting.ts'
import { filled } from '../../src/i18n/filled.ts'
import '../../src/i18n/en/chapter.ts'
import { actWords } from '../../src/i18n/acts.ts'
import { consoleOverviewWords } from '../../src/i18n/console-overview.ts'
import { formWords } from '../../src/i18n/form.ts'
import { installWords } from '../../src/i18n/install.ts'
import { LANGUAGES } from '../../src/i18n/languages.ts'
import { noScriptWords } from '../../src/i18n/no-script.ts'
import { nowhereWords } from '../../src/i18n/nowhere.ts'
import { printWords } from '../../src/i18n/print.ts'
import { publicWords } from '../../src/i18n/public.ts'
import { standDayWords } from '../../src/i18n/stand-day.ts'
import { standPaperWords } from '../../src/i18n/stand-paper.ts'
import { thanksWords } from '../../src/i18n/thanks.ts'
import { withdrawWords } from '../../src/i18n/withdraw.ts'
import { countries } from '../../src/petition/countries.ts'
import { preferred } from '../../src/petition/LanguageOffer.tsx'
import { readReceipt } from '../../src/petition/receipt-link.ts'

/** Every sentence of a part by its path. */
function sentences(words: object, path = ''): Map<string, string> {
  const all = new Map<string, string>()
  for (const [key, value] of Object.entries(words)) {
    const at = `${path}/${key}`
    if (typeof value === 'string') all.set(at, value)
    else if (typeof value === 'function') all.set(at, value(2))
    else for (const [inner, text] of sentences(value, at)) all.set(inner, text)
  }
  return all
}

const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()

describe.each(
  Object.entries({
    publicWords,
    actWords,
    nowhereWords,
    noScriptWords,
    formWords,
    thanksWords,
    installWords,
    withdrawWords,
    printWords,
    standPaperWords,
    standDayWords,
    consoleOverviewWords,
  }),
)('%s', (_, part) => {
  const first = sentences(part.fr)

  test.each(LANGUAGES)('in %s has every sentence, with the same places to fill', (language) => {
    const these = sentences(part[language])
    expect([...these.keys()]).toEqual([...first.keys()])
    for (const [at, text] of these) {
      expect(text.trim(), at).not.toBe('')
      expect(places(text), at).toEqual(places(first.get(at) ?? ''))
    }
  })

  test('in French keeps its high punctuation on the line', () => {
    for (const [at, text] of first) expect(text, at).not.toMatch(/ [?!:;»]|« /)
  })

  test('in English is not left in French', () => {
    const same = [...sentences(part.en)].filter(([at, text]) => first.get(at) === text && text.length > 12)
    expect(same).toEqual([])
  })
})

describe('counting', () => {
  test('knows that French says zero in the singular and English does not', () => {
    const forms = { one: 'one', other: 'other' }
    expect([0, 1, 2].map((n) => formOf('fr', n, forms))).toEqual(['one', 'one', 'other'])
    expect([0, 1, 2].map((n) => formOf('en', n, forms))).toEqual(['other', 'one', 'other'])
  })

  test('writes numbers and dates as the language does, in no time zone', () => {
    expect(number('fr', 1642).replace(/\s/g, ' ')).toBe('1 642')
    expect(number('en', 1642)).toBe('1,642')
    expect(day('fr', '2025-12-13')).toBe('13 décembre 2025')
    expect([day('fr', '2026-12-01'), day('fr', '2026-12-11')]).toEqual(['1er décembre 2026', '11 décembre 2026'])
    expect(day('en', '2025-12-01')).toBe('1 December 2025')
    expect(month('en', '2025-03-01')).toBe('March 2025')
  })

  test('fills places literally', () => {
    expect(filled('{a} de {b}', { a: '$&', b: '{a}' })).toBe('$& de {a}')
  })
})

describe('small rules', () => {
  test('offer the first language of the browser that is spoken here', () => {
    expect(preferred(['ee-TG', 'en-US', 'fr'])).toBe('en')
    expect(preferred(['de', 'ee'])).toBeUndefined()
  })

  test('read a receipt’s link, with or without its campaign', () => {
    expect(readReceipt('ecrire-2024.K7QF2M8D')).toEqual({ campaign: 'ecrire-2024', code: 'K7QF2M8D' })
    expect(readReceipt('K7QF-2M8D')).toEqual({ campaign: null, code: 'K7QF-2M8D' })
    expect(readReceipt('main"><b>')).toBeNull()
  })

  test('know the countries by name, each once', () => {
    const all = countries('fr')
    expect(new Set(all.map((it) => it.code)).size).toBe(249)
    expect(all.find((it) => it.code === 'CI')?.name).toMatch(/^Côte d/)
  })
})
