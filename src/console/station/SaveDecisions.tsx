import { useState } from 'preact/hooks'
import { REVIEW_ROUTES } from '../../../protocol/review-routes.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useSession } from '../console-context.ts'
import { Failure } from '../Failure.tsx'
import { localDate } from '../key-names.ts'
import { useAction } from '../use-action.ts'
import { writeDecisions } from './decisions-file.ts'
import { useStationWords } from './use-station-words.ts'

/** What was decided in the console, as the station takes it up: a sealed copy carries none of it. */
export function SaveDecisions({ campaign }: { campaign: string }) {
  const { said, counted } = useStationWords()
  const session = useSession()
  const action = useAction()
  const [saved, setSaved] = useState<number | null>(null)
  const save = () =>
    action.run(async () => {
      setSaved(null)
      const all = await session.call(REVIEW_ROUTES.decisions, { parameters: { campaign } })
      const decisions = all.map(({ envelope, petition, verdict }) => ({ envelope, petition, verdict }))
      const name = `paraphe-${campaign}-${said.decisionsName}-${localDate(new Date())}.json`
      saveFile(name, [writeDecisions({ campaign, decisions, withdrawn: [] })], 'application/json')
      setSaved(decisions.length)
    })
  return (
    <>
      {action.error !== null && <Failure error={action.error} />}
      {saved !== null && (
        <Notice tone="ok" announce="polite">
          {counted(said.decisionsSaved, saved)}
        </Notice>
      )}
      <Button kind="link" onClick={save} busy={action.busy ? said.decisionsSaving : undefined}>
        {said.decisionsSave}
      </Button>
    </>
  )
}
