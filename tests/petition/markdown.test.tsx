import * as fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { blocksOf, type Inline, inlineOf } from '../../src/petition/pages/markdown.ts'
import { Paragraphs } from '../../src/petition/pages/Text.tsx'

const html = (fr: string) => renderToString(<Paragraphs text={{ fr }} />)

describe('a campaign’s text', () => {
  it('has paragraphs, parted by blank lines', () => {
    expect(html('Un.\n\n \nDeux,\ntoujours.')).toBe('<p>Un.</p><p>Deux,\ntoujours.</p>')
  })

  it('has lists, with points or numbers', () => {
    expect(html('- un\n- **deux**')).toBe('<ul><li>un</li><li><strong>deux</strong></li></ul>')
    expect(html('1. un\n2) deux')).toBe('<ol><li>un</li><li>deux</li></ol>')
    expect(html('- un\nnon')).toBe('<p>- un\nnon</p>')
  })

  it('has emphasis and links, one inside the other', () => {
    expect(html('Voir *ici* : [le **site**](https://example.org/a?b=c&d).')).toBe(
      '<p>Voir <em>ici</em> : <a href="https://example.org/a?b=c&amp;d">le <strong>site</strong></a>.</p>',
    )
    expect(html('[écrire](mailto:a@example.org)')).toContain('href="mailto:a@example.org"')
  })

  it('leaves alone what only looks like it', () => {
    for (const text of ['2 * 3 * 4', '** vide **', '[nom de votre organisation]', '[a](b)', 'a*b', '[x](/retrait)'])
      expect(html(text), text).toBe(`<p>${text}</p>`)
  })
})

const HOSTILE = [
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](vbscript:x)',
  '[x]( javascript:alert(1))',
  '[x](java\nscript:alert(1))',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '**<b onclick=x>**',
  '[<img src=x>](https://example.org)',
  '[x](https://example.org"onclick="alert(1))',
  '![x](https://example.org/pixel.png)',
  '[[a](https://b.example)](javascript:x)',
]

describe('hostile text', () => {
  it.each(HOSTILE)('makes no element but its own, and no other kind of link: %s', (text) => {
    const made = html(text)
    expect(made.match(/<\/?([a-z]+)/g)?.every((it) => /^<\/?(p|strong|em|a|ul|ol|li)$/.test(it))).toBe(true)
    for (const [, href] of made.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^(https?:\/\/|mailto:)/)
    expect(made.replace(/&quot;/g, '')).not.toMatch(/<[^>]*\son\w+=/)
  })

  it('never throws, loses no word, and takes no time that grows with the square of the text', () => {
    const words = (all: Inline[]): string => all.map((it) => (typeof it === 'string' ? it : words(it.inside))).join('')
    const piece = fc.constantFrom(
      '*',
      '**',
      '[',
      ']',
      '(',
      ')',
      'https://a',
      'mailto:',
      ' ',
      '\n',
      '\n\n',
      '- ',
      '1. ',
      'é',
      '<b>',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('')
        blocksOf(text)
        expect(words(inlineOf(text)).length).toBeLessThanOrEqual(text.length)
        for (const letter of text.match(/[é<b>]/g) ?? []) expect(words(inlineOf(text))).toContain(letter)
      }),
    )
    const begun = performance.now()
    for (const unit of ['*a', '[a', '**', '[a](https://', '[](']) blocksOf(unit.repeat(4000))
    expect(performance.now() - begun).toBeLessThan(5000)
  })
})
