import type { LocalText } from '../../../protocol/local-text.ts'
import { useLanguage } from '../../i18n/language.tsx'

/** The language that a text will be shown in, where it is not the page's own: a screen reader has to know. */
function useForeign(text: LocalText): string | undefined {
  const language = useLanguage()
  return language in text ? undefined : Object.keys(text)[0]
}

/** A campaign's text as paragraphs; blank lines part them. */
export function Paragraphs({ text }: { text: LocalText }) {
  const language = useLanguage()
  const foreign = useForeign(text)
  const words = text[foreign ?? language] ?? ''
  return words
    .split(/\n\s*\n/)
    .filter((it) => it.trim() !== '')
    .map((it) => (
      <p key={it} lang={foreign}>
        {it}
      </p>
    ))
}
