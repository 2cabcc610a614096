import { Notice } from '../../ui/Notice.tsx'
import { Failure } from '../Failure.tsx'
import { Heading } from '../Heading.tsx'
import type { Place } from '../place.ts'
import type { CampaignsState } from '../use-campaigns.ts'
import { EditorScreen } from './EditorScreen.tsx'
import { useEditorWords } from './editor-context.ts'
import { NewCampaign } from './NewCampaign.tsx'
import { PetitionsScreen } from './PetitionsScreen.tsx'
import './editor.css'

/** Where campaigns are written: the list, a new one, or one of them. */
export function EditorRoom({ place, list }: { place: Place; list: CampaignsState }) {
  const { said, words } = useEditorWords()
  if (list.campaigns === null)
    return (
      <div class="stack">
        <Heading>{said.title}</Heading>
        {list.error !== null ? (
          <Failure error={list.error} onRetry={list.reload} />
        ) : (
          <p role="status" class="muted">
            {words.loading}
          </p>
        )}
      </div>
    )
  if (place.screen === 'new-campaign') return <NewCampaign campaigns={list.campaigns} onMade={list.reload} />
  const campaign = place.screen === 'edit' ? list.campaigns.find((it) => it.id === place.campaign) : undefined
  if (place.screen === 'edit' && campaign)
    return (
      <EditorScreen
        key={campaign.id}
        campaign={campaign}
        campaigns={list.campaigns}
        part={place.part}
        onChanged={list.reload}
      />
    )
  return (
    <div class="stack" key="list">
      {place.screen === 'edit' && <Notice tone="warn">{words.failure.gone}</Notice>}
      <PetitionsScreen campaigns={list.campaigns} onChanged={list.reload} />
    </div>
  )
}
