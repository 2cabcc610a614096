import './LanguageOffer.css'
import { useEffect, useState } from 'preact/hooks'
import { useLanguage } from '../i18n/language.tsx'
import { LANGUAGE_NAMES } from '../i18n/language-names.ts'
import { isLanguage, type Language } from '../i18n/languages.ts'
import { type Placed, pageIn } from './pages/place.ts'
import { loadAnew } from './pages/Site.tsx'

/** The first language of the browser that this interface speaks. */
export const preferred = (wished: readonly string[]): Language | undefined =>
  wished.map((it) => it.toLowerCase().split('-')[0]).find(isLanguage)

/** A page opens in the language of its address, whatever the browser prefers; this offers the other. */
export function LanguageOffer({ placed }: { placed: Placed }) {
  const language = useLanguage()
  const [other, setOther] = useState<Language>()
  useEffect(() => setOther(preferred(navigator.languages)), [])
  if (!other || other === language) return null
  return (
    <nav class="language-offer" lang={other} aria-label={LANGUAGE_NAMES[other].name}>
      <a href={pageIn(other, placed)} hreflang={other} onClick={loadAnew}>
        {LANGUAGE_NAMES[other].readHere}
      </a>
    </nav>
  )
}
