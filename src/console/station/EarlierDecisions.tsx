import { useState } from 'preact/hooks'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { CheckedDump } from '../export/read-dump.ts'
import { FilePicker } from '../FilePicker.tsx'
import { type DecisionsFile, readDecisions } from './decisions-file.ts'
import { StationKeeper } from './station-keeper.ts'
import { useStationWords } from './use-station-words.ts'

interface Props {
  dump: CheckedDump
  onTake: (keeper: StationKeeper) => void
}

/** What was decided in an earlier sitting, if there was one; then on to the key. */
export function EarlierDecisions({ dump: { head }, onTake }: Props) {
  const { said, words, counted } = useStationWords()
  const [before, setBefore] = useState<DecisionsFile | 'wrong' | null>(null)

  const pick = async (file: File | null) => {
    if (!file) return setBefore(null)
    const text = await file.text().catch(() => '')
    setBefore(readDecisions(text, head.campaign.id) ?? 'wrong')
  }
  const known = before === 'wrong' ? null : before

  return (
    <>
      <details class="choose">
        <summary>{said.before}</summary>
        <FilePicker
          id="decisions-file"
          label={said.beforeFile}
          hint={said.beforeHint}
          error={before === 'wrong' ? said.beforeWrong : undefined}
          onPick={(file) => void pick(file)}
        />
        {known && (
          <Notice tone="ok" announce="polite">
            {counted(said.beforeTaken, known.decisions.length + known.withdrawn.length)}
          </Notice>
        )}
      </details>
      {before !== 'wrong' && (
        <Button onClick={() => onTake(new StationKeeper(head.campaign.id, head.savedAt, known))}>
          {words.open.goOn}
        </Button>
      )}
    </>
  )
}
