import type { ComponentChildren } from 'preact'
import type { LocalText } from '../../../protocol/local-text.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { blocksOf, type Inline } from './markdown.ts'

/** The language that a text will be shown in, where it is not the page's own: a screen reader has to know. */
function useForeign(text: LocalText): string | undefined {
  const language = useLanguage()
  return language in text ? undefined : Object.keys(text)[0]
}

const words = (all: Inline[]): ComponentChildren =>
  all.map((it) => {
    if (typeof it === 'string') return it
    const { tag: Tag, href, inside } = it
    return <Tag href={href}>{words(inside)}</Tag>
  })

/** A campaign's text, with its paragraphs, lists, emphasis and links (markdown.ts). */
export function Paragraphs({ text }: { text: LocalText }) {
  const language = useLanguage()
  const foreign = useForeign(text)
  return blocksOf(text[foreign ?? language] ?? '').map(({ tag: Tag, lines }, at) => (
    <Tag key={at} lang={foreign}>
      {Tag === 'p' ? lines.map(words) : lines.map((line) => <li>{words(line)}</li>)}
    </Tag>
  ))
}
