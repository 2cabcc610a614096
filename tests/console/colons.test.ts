import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// Whoever puts two words together with a colon takes it from the words of the language (`colon`): French has a space before it.

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((it) => it.endsWith('.tsx'))

test('no screen writes a colon with a space before it by itself', () => {
  const wrong = files.filter((it) =>
    /(?:\}|`) : (?:`|\$\{)/.test(readFileSync(`src/${it}`, 'utf8').replace(/\? `[^`]*` : `/g, '')),
  )
  expect(wrong).toEqual([])
})
