// Runs in a page: see stand-in-page.ts.
import { type ComponentChildren, render } from 'preact'
import type { Campaign } from '../../protocol/campaign.ts'
import { LanguageContext } from '../../src/i18n/language.tsx'
import type { Language } from '../../src/i18n/languages.ts'
import { EndOfDay } from '../../src/stand/EndOfDay.tsx'
import { PaperMode } from '../../src/stand/PaperMode.tsx'
import { PrintScreen } from '../../src/stand/PrintScreen.tsx'
import type { Standing } from '../../src/stand/standing.ts'
import { Tally } from '../../src/stand/Tally.tsx'
import '../../src/ui/tokens.css'
import '../../src/ui/base.css'

export interface Given {
  campaign: Campaign
  standing: Standing
  language: Language
  left: () => void
  askPin: () => Promise<boolean>
}

const SCREENS: Record<string, (given: Given) => ComponentChildren> = {
  paper: ({ campaign, standing, left }) => <PaperMode campaign={campaign} standing={standing} onLeave={left} />,
  print: ({ campaign, standing, left }) => <PrintScreen campaign={campaign} standing={standing} onLeave={left} />,
  tally: ({ campaign, standing, left }) => <Tally campaign={campaign} standing={standing} onLeave={left} />,
  day: ({ standing, askPin, left }) => <EndOfDay standing={standing} askPin={askPin} onLeave={left} />,
}

export function mount(screen: string, given: Given): void {
  document.documentElement.lang = given.language
  document.title = 'Paraphe'
  const main = document.createElement('main')
  document.body.replaceChildren(main)
  render(<LanguageContext.Provider value={given.language}>{SCREENS[screen]?.(given)}</LanguageContext.Provider>, main)
}
