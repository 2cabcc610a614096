import { expect, test } from 'vitest'

// French sets a space inside guillemets and before : ; ! ? that no line may break at. An editor does not show which one it is.

const parts = import.meta.glob<Record<string, unknown>>('../../src/i18n/fr/*.ts', { eager: true })

/** Every sentence, by its path; of those that take a number the one for two. */
function* sentences(words: unknown, path: string): Iterable<[path: string, text: string]> {
  if (typeof words === 'string') yield [path, words]
  else if (typeof words === 'function') yield [path, String(words(2))]
  else if (typeof words === 'object' && words !== null)
    for (const [key, value] of Object.entries(words)) yield* sentences(value, `${path}/${key}`)
}

test('French words have no space before punctuation at which a line may break', () => {
  const all = [...sentences(parts, '')]
  expect(all.length).toBeGreaterThan(1000)
  // A table's headings are found by what a keyboard types.
  const prose = all.filter(([path]) => !/\/(columns|csv)\//.test(path))
  expect(prose.filter(([, text]) => /\S [:;!?»]|« |«(?=[^\s])|(?<=[^\s])»/.test(text))).toEqual([])
})
