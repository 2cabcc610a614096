import './Day.css'
import { render } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { number } from '../i18n/counting.ts'
import { LanguageContext, useLanguage, useWords } from '../i18n/language.tsx'
import type { Language } from '../i18n/languages.ts'
import { standDayWords } from '../i18n/stand-day.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { isEmpty, type Removal } from './remove-everything.ts'
import { emptyThisBrowser, whatRemains } from './this-browser.ts'

/**
 * Ends the app in this page, so that nothing of it is written again, and says what is left. In the same document: without network
 * there is no other any more.
 */
export function showRemoved(language: Language, removal: Removal): void {
  for (const root of [...document.body.children]) render(null, root)
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  document.title = standDayWords[language].removed.title
  render(
    <LanguageContext.Provider value={language}>
      <Removed first={removal} />
    </LanguageContext.Provider>,
    place,
  )
}

const KINDS = ['databases', 'caches', 'workers', 'entries'] as const

/** Looked for once more while the page is read: something may have come back. */
const LOOK_AGAIN_MS = 1000

function Removed({ first }: { first: Removal }) {
  const words = useWords(standDayWords)
  const language = useLanguage()
  const [{ remains, swept }, setRemoval] = useState(first)
  const [busy, setBusy] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    const later = setTimeout(
      () => void whatRemains().then((remains) => setRemoval((now) => ({ ...now, remains }))),
      LOOK_AGAIN_MS,
    )
    return () => clearTimeout(later)
  }, [])
  const again = async () => {
    setBusy(true)
    setRemoval(await emptyThisBrowser())
    setBusy(false)
  }
  const said = words.removed
  const empty = isEmpty(remains)
  return (
    <main class="stand-day stack">
      <h1 tabIndex={-1} ref={heading}>
        {empty ? said.title : said.leftTitle}
      </h1>
      <p>{empty ? said.text : said.leftText}</p>
      <section class="tile" aria-labelledby="removed-checked">
        <h2 id="removed-checked">{said.checked}</h2>
        <dl class="sums">
          {KINDS.map((kind) => (
            <div key={kind} class={remains[kind] > 0 ? 'bad' : undefined}>
              <dt>{said[kind]}</dt>
              <dd>{number(language, remains[kind])}</dd>
            </div>
          ))}
        </dl>
      </section>
      {!empty && (
        <Button busy={busy ? words.remove.removing : undefined} onClick={again}>
          {said.again}
        </Button>
      )}
      {!swept && <p>{said.unswept}</p>}
      <Notice>{said.files}</Notice>
    </main>
  )
}
