import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { localDate } from '../key-names.ts'
import { useLeaveGuard } from '../place.ts'
import { writeDecisions } from './decisions-file.ts'
import type { StationKeeper } from './station-keeper.ts'
import { useStationWords } from './use-station-words.ts'

/** What was decided at this station, to be saved before it is forgotten, and what is still owed to the server. */
export function KeepDecisions({ keeper }: { keeper: StationKeeper }) {
  const { said, counted } = useStationWords()
  const [turn, setTurn] = useState(0)
  const [savedAt, setSavedAt] = useState(0)
  useEffect(() => keeper.onChange(() => setTurn((was) => was + 1)), [keeper])
  const { campaign, decisions, withdrawn } = keeper.content
  useLeaveGuard(turn > savedAt ? said.leave : null)

  if (decisions.length === 0 && withdrawn.length === 0) return null
  const save = () => {
    const name = `paraphe-${campaign}-${said.decisionsName}-${localDate(new Date())}.json`
    saveFile(name, [writeDecisions(keeper.content)], 'application/json')
    setSavedAt(turn)
  }
  return (
    <section class="console-form stack" aria-labelledby="keep-decisions">
      <h2 id="keep-decisions">{said.keepTitle}</h2>
      <p>{said.keepLead}</p>
      {withdrawn.length > 0 && (
        <Notice tone="warn" announce="polite">
          <p>{counted(said.owed, withdrawn.length)}</p>
          <ul class="plain">
            {withdrawn.map((id) => (
              <li key={id}>
                <code>{id}</code>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Button kind="quiet" onClick={save}>
        {said.keepSave}
      </Button>
    </section>
  )
}
