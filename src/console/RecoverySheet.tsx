import { useState } from 'preact/hooks'
import { useSay } from '../i18n/language.tsx'
import { Button } from '../ui/Button.tsx'
import { Check } from '../ui/Check.tsx'
import { Mark } from '../ui/Mark.tsx'
import { useConsoleWords } from './console-context.ts'
import type { CampaignSummary } from './use-campaigns.ts'
import { useFingerprint } from './use-fingerprint.ts'

interface Props {
  campaign: CampaignSummary
  root: string
  /** When the key was made, ISO 8601. */
  made: string
  /** The file's name, where it is known. */
  file: string | null
  /** Null where it is not known any more; it is printed only when asked for. */
  phrase: string | null
}

/** The sheet to print, and the button that prints it: the screen shows the button, the paper shows the sheet. */
export function RecoverySheet({ campaign, root, made, file, phrase }: Props) {
  const { words, dayOf } = useConsoleWords()
  const say = useSay()
  const print = useFingerprint(root)
  const [withPhrase, setWithPhrase] = useState(false)
  const said = words.key.sheet
  return (
    <>
      <div class="console-form console-print stack unprinted">
        {phrase !== null && (
          <Check id="sheet-phrase" checked={withPhrase} onChange={setWithPhrase} hint={said.withPhraseHint}>
            {said.withPhrase}
          </Check>
        )}
        <Button kind={phrase === null ? 'quiet' : 'main'} onClick={() => print && window.print()}>
          {said.print}
        </Button>
        <p class="small muted">{said.printHint}</p>
      </div>
      <div class="console-sheet" aria-hidden="true">
        <p class="console-brand">
          <Mark /> Paraphe
        </p>
        <p class="console-sheet-title">{said.title}</p>
        <dl>
          <Line term={said.campaign} value={say(campaign.name)} />
          <Line term={said.date} value={dayOf(made)} />
          <Line term={said.fingerprint} value={print} code />
          <Line term={said.file} value={file ?? ''} code />
          <Line term={said.place} value="" />
          <Line term={said.copy} value="" />
          {withPhrase && phrase !== null ? (
            <Line term={said.phrase} value={phrase} code />
          ) : (
            <Line term={said.byHand} value="" blank={2} />
          )}
        </dl>
        <p>{said.what}</p>
        <p>{said.keep}</p>
        <p>{said.without}</p>
      </div>
    </>
  )
}

interface LineProps {
  term: string
  /** Empty: lines to write on by hand. */
  value: string
  code?: boolean
  blank?: number
}

const Line = ({ term, value, code, blank = 1 }: LineProps) => (
  <div class="console-sheet-line">
    <dt>{term}</dt>
    {value ? (
      <dd class={code ? 'console-code' : undefined}>{value}</dd>
    ) : (
      Array.from({ length: blank }, (_, i) => <dd class="console-blank" key={i} />)
    )}
  </div>
)
