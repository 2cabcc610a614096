import './PaperMode.css'
import { useRef, useState } from 'preact/hooks'
import type { Campaign } from '../../protocol/campaign.ts'
import { signable } from '../../protocol/reading.ts'
import { useLanguage, useWords } from '../i18n/language.tsx'
import { standWords } from '../i18n/stand.ts'
import { standPaperWords } from '../i18n/stand-paper.ts'
import { localDay } from '../outbox/team-tally.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useAsking } from './Asking.tsx'
import type { ToKeyIn } from './paper-log.ts'
import { firstSheet, nextNumber, type Sheet } from './paper-sheet.ts'
import { SheetSetup } from './SheetSetup.tsx'
import type { Standing } from './standing.ts'
import { Typing } from './Typing.tsx'
import { usePaperLog } from './use-paper-log.ts'

interface Props {
  campaign: Campaign
  standing: Standing
  onLeave: () => void
}

/** Where a volunteer keys in what was signed on paper, by keyboard alone. */
export function PaperMode({ campaign, standing, onLeave }: Props) {
  const words = useWords(standPaperWords)
  const { loading } = useWords(standWords)
  const language = useLanguage()
  const [sheet, setSheet] = useState(() => firstSheet(campaign, standing.stand, language))
  const [lines, setLines] = useState<ToKeyIn | null>(null)
  const paper = usePaperLog(campaign, standing.stand)
  const filled = useRef(new Set<number>())
  const { asking, leaving } = useAsking(() => filled.current.size > 0)

  const begin = (next: Sheet, lines: ToKeyIn) => {
    setSheet(next)
    setLines(lines)
  }
  const toSheet = (number: string) => {
    setSheet({ ...sheet, number })
    setLines(null)
  }
  const open = signable(campaign)
  return (
    <div class="paper-mode stack">
      <header class="row between">
        <h1 tabIndex={-1}>{words.title}</h1>
        <Button kind="link" onClick={() => leaving(onLeave)}>
          {words.leave}
        </Button>
      </header>
      {open.length === 0 ? (
        <Notice tone="warn" title={words.sheet.noneOpen}>
          {words.sheet.noneOpenText}
        </Notice>
      ) : !paper ? (
        <p role="status">{loading}</p>
      ) : !lines ? (
        <SheetSetup
          campaign={campaign}
          open={open}
          first={sheet}
          log={paper.log}
          today={localDay(new Date())}
          onBegin={begin}
        />
      ) : (
        <Typing
          place={{ campaign, stand: standing.stand, sheet }}
          paper={paper}
          lines={lines}
          onFilled={(row, now) => {
            if (now) filled.current.add(row)
            else filled.current.delete(row)
          }}
          onSheet={() => leaving(() => toSheet(sheet.number))}
          onNext={() => leaving(() => toSheet(nextNumber(sheet.number)))}
        />
      )}
      {asking}
    </div>
  )
}
