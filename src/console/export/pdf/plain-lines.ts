import { blocksOf, type Inline } from '../../../petition/pages/markdown.ts'

const words = (inline: readonly Inline[]): string =>
  inline.map((it) => (typeof it === 'string' ? it : words(it.inside))).join('')

/** A campaign's text as lines for paper: a point before each item of a list, and no marks of bold, italic or links. */
export const plainLines = (text: string): string[] =>
  blocksOf(text).flatMap(({ tag, lines }) => {
    if (tag === 'p') return lines.flatMap((it) => words(it).split(/\s*\n\s*/))
    return lines.map((it, i) => `${tag === 'ul' ? '•' : `${i + 1}.`} ${words(it)}`)
  })
