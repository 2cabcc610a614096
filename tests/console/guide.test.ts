import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

// The coordinators' guide stands in both languages, with pictures that are there (`npm run guide`) and commands that exist.

const GUIDES = { fr: 'docs/coordinateur.md', en: 'docs/coordinator.md' }
const scripts = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).scripts)

describe.each(Object.entries(GUIDES))('the guide, %s', (language, path) => {
  const text = readFileSync(path, 'utf8')
  const pictures = [...text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, it = '']) => it)

  it('shows every picture that is made for it, each with words for who does not see it', () => {
    const made = readdirSync(`docs/guide/${language}`).map((it) => `guide/${language}/${it}`)
    expect([...pictures].sort()).toEqual(made.sort())
  })
  it('leads to documents that are there, and names commands that exist', () => {
    const links = [...text.matchAll(/[^!]\[[^\]]+\]\(([^)]+)\)/g)].map(([, it = '']) => it)
    expect(links.filter((it) => !existsSync(`docs/${it}`))).toEqual([])
    const commands = [...text.matchAll(/`npm run (\w+)/g)].map(([, it = '']) => it)
    expect(commands.filter((it) => !scripts.includes(it))).toEqual([])
  })
})

it('says the same in both languages: as many parts, pictures and rows', () => {
  const shape = (path: string) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .map((line) => /^(?:#+|!\[|\||- |\d\. )/.exec(line)?.[0])
      .filter(Boolean)
  expect(shape(GUIDES.en)).toEqual(shape(GUIDES.fr))
})
