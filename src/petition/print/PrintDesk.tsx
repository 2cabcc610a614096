import './print.css'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Campaign } from '../../../protocol/campaign.ts'
import { signable } from '../../../protocol/reading.ts'
import type { Stand } from '../../../protocol/stand.ts'
import { useLanguage, useWords } from '../../i18n/language.tsx'
import { LANGUAGE_NAMES } from '../../i18n/language-names.ts'
import { LANGUAGES, type Language } from '../../i18n/languages.ts'
import { printWords } from '../../i18n/print.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { withdrawPath } from '../pages/place.ts'
import { openPrintRoom, type PrintRoom } from './print-room.ts'
import { SheetOrder } from './SheetOrder.tsx'
import { SlipOrder } from './SlipOrder.tsx'

interface Props {
  campaign: Campaign
  /** Null where the sheets are for no stand in particular. */
  stand: Stand | null
}

/** Signature sheets and receipt slips, from the browser's own print: for a stand's tablet and for the console. */
export function PrintDesk({ campaign, stand }: Props) {
  const words = useWords(printWords).desk
  const spoken = useLanguage()
  const [language, setLanguage] = useState<Language>(spoken)
  const room = useRef<PrintRoom | null>(null)
  useEffect(() => {
    room.current = openPrintRoom()
    return () => room.current?.close()
  }, [])
  const languages = LANGUAGES.filter((it) => campaign.languages.includes(it))
  const address = location.host + withdrawPath(language)

  if (typeof window.print !== 'function') return <Notice tone="warn">{words.noPrinter}</Notice>
  return (
    <div class="print-desk stack">
      {languages.length > 1 && (
        <Choice
          name="print-language"
          legend={words.language}
          options={languages.map((value) => ({ value, label: LANGUAGE_NAMES[value].name }))}
          value={language}
          onChange={setLanguage}
        />
      )}
      <SheetOrder
        campaign={campaign}
        stand={stand}
        open={signable(campaign)}
        language={language}
        address={address}
        onPrint={(pages) => room.current?.print(pages)}
      />
      <SlipOrder
        campaign={campaign}
        language={language}
        address={address}
        onPrint={(pages) => room.current?.print(pages)}
      />
    </div>
  )
}
