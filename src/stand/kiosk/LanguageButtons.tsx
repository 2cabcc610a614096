import type { Campaign } from '../../../protocol/campaign.ts'
import { useLanguage, useWords } from '../../i18n/language.tsx'
import { LANGUAGE_NAMES } from '../../i18n/language-names.ts'
import { isLanguage } from '../../i18n/languages.ts'
import { standKioskWords } from '../../i18n/stand-kiosk.ts'
import type { Send } from './parts.ts'

interface Props {
  campaign: Campaign
  /** Without the one that is spoken: beside a form there is little room. */
  others: boolean
  send: Send
}

/** Each language that campaign and interface share, in its own name. */
export function LanguageButtons({ campaign, others, send }: Props) {
  const words = useWords(standKioskWords)
  const now = useLanguage()
  const all = campaign.languages.filter(isLanguage)
  if (all.length < 2) return null
  const shown = others ? all.filter((it) => it !== now) : all
  return (
    <fieldset class="kiosk-languages" aria-label={words.languages}>
      {shown.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          class={language === now ? 'kiosk-language on' : 'kiosk-language'}
          aria-pressed={others ? undefined : language === now}
          onClick={() => send({ type: 'speak', language })}
        >
          {LANGUAGE_NAMES[language].name}
        </button>
      ))}
    </fieldset>
  )
}
