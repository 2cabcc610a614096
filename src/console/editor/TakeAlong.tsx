import { useState } from 'preact/hooks'
import { EDIT_ROUTES } from '../../../protocol/edit-routes.ts'
import { Button } from '../../ui/Button.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useSession } from '../console-context.ts'
import { Failure } from '../Failure.tsx'
import { localDate } from '../key-names.ts'
import { hrefOf } from '../place.ts'
import { Sure } from '../Sure.tsx'
import { useAction } from '../use-action.ts'
import type { CampaignSummary } from '../use-campaigns.ts'
import { writeCampaignFile } from './campaign-file.ts'
import { fetchPictures } from './campaign-pictures.ts'
import { useEditing, useEditorWords } from './editor-context.ts'

/** The campaign as a file; and, while nobody has seen it, throwing it away. */
export function TakeAlong({ campaign, onDiscarded }: { campaign: CampaignSummary; onDiscarded: () => void }) {
  const { said } = useEditorWords()
  const { content, desk } = useEditing()
  const session = useSession()
  const action = useAction()
  const [asking, setAsking] = useState(false)
  const words = said.publish

  const save = () =>
    action.run(async () => {
      const name = `paraphe-${content.id}-${localDate(new Date())}.json`
      saveFile(name, [writeCampaignFile(content, await fetchPictures(content))], 'application/json')
    })
  const discard = () =>
    action.run(async () => {
      await session.call(EDIT_ROUTES.discard, { parameters: { campaign: campaign.id } })
      location.hash = hrefOf({ screen: 'petitions' })
      onDiscarded()
    })

  return (
    <section class="stack" aria-labelledby="edit-take">
      <h3 id="edit-take">{words.exportTitle}</h3>
      <p class="muted">{words.exportLead}</p>
      <div class="row">
        <Button kind="quiet" onClick={save} busy={action.busy && !asking ? words.exporting : undefined}>
          {words.export}
        </Button>
        {desk.published === null && !asking && (
          <Button kind="link" onClick={() => setAsking(true)}>
            {words.discard}
          </Button>
        )}
      </div>
      {asking && (
        <Sure
          question={words.discardSure}
          yes={words.discardYes}
          no={said.case.removeNo}
          busy={action.busy ? words.discarding : undefined}
          onYes={discard}
          onNo={() => setAsking(false)}
        />
      )}
      {action.error !== null && <Failure error={action.error} />}
    </section>
  )
}
