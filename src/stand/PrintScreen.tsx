import type { Campaign } from '../../protocol/campaign.ts'
import { useWords } from '../i18n/language.tsx'
import { printWords } from '../i18n/print.ts'
import { standPaperWords } from '../i18n/stand-paper.ts'
import { PrintDesk } from '../petition/print/PrintDesk.tsx'
import { Button } from '../ui/Button.tsx'
import type { Standing } from './standing.ts'
import './PaperMode.css'

interface Props {
  campaign: Campaign
  standing: Standing
  onLeave: () => void
}

/** The stand's papers, with its name on them. */
export function PrintScreen({ campaign, standing, onLeave }: Props) {
  const { title } = useWords(printWords).desk
  const { leave } = useWords(standPaperWords)
  return (
    <div class="paper-mode stack">
      <header class="row between">
        <h1 tabIndex={-1}>{title}</h1>
        <Button kind="link" onClick={onLeave}>
          {leave}
        </Button>
      </header>
      <PrintDesk campaign={campaign} stand={standing.stand} />
    </div>
  )
}
