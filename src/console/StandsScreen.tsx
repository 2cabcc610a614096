import { useState } from 'preact/hooks'
import { ButtonLink } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Failure } from './Failure.tsx'
import { Heading } from './Heading.tsx'
import { hrefOf, type Place } from './place.ts'
import { QuarantineScreen } from './quarantine/QuarantineScreen.tsx'
import { Stale } from './Stale.tsx'
import { StandForm } from './StandForm.tsx'
import { StandList } from './StandList.tsx'
import { StandPage } from './StandPage.tsx'
import type { CampaignSummary } from './use-campaigns.ts'
import { useStandWords } from './use-stand-words.ts'
import { type FreshCode, type StandsState, useStands } from './use-stands.ts'
import './stands.css'

interface Props {
  campaign: CampaignSummary
  place: Place
}

/** A campaign's stands: the list, one of them, or a new one. */
export function StandsScreen({ campaign, place }: Props) {
  const { said, words } = useStandWords()
  const list = useStands(campaign.id)
  if (place.screen === 'quarantine') return <QuarantineScreen campaign={campaign.id} />
  if (campaign.root === null) {
    return (
      <div class="console-form stack">
        <Heading>{said.title}</Heading>
        <p>{said.needKey}</p>
        <ButtonLink href={hrefOf({ screen: 'key', campaign: campaign.id })}>{words.overview.makeKey}</ButtonLink>
      </div>
    )
  }
  if (list.stands === null) {
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
  }
  return (
    <div class="stack" key="known">
      <Stale list={list} />
      <Known campaign={campaign} place={place} list={list} />
    </div>
  )
}

function Known({ campaign, place, list }: Props & { list: StandsState }) {
  const { said } = useStandWords()
  // Shown once: it lives here, and nowhere else.
  const [fresh, setFresh] = useState<FreshCode | null>(null)
  const all = list.stands?.stands ?? []
  const view = place.screen === 'stand' ? all.find((it) => it.stand.id === place.stand) : undefined
  if (place.screen === 'new-stand') {
    return (
      <StandForm
        campaign={campaign}
        view={null}
        onMade={(made) => {
          list.takeOne(made.view)
          setFresh(made)
          location.hash = hrefOf({ screen: 'stand', campaign: campaign.id, stand: made.view.stand.id })
        }}
      />
    )
  }
  if (view) {
    return (
      <StandPage
        key={view.stand.id}
        campaign={campaign}
        view={view}
        fresh={fresh?.view.stand.id === view.stand.id ? fresh : null}
        onFresh={setFresh}
        onView={list.takeOne}
      />
    )
  }
  return (
    <>
      {place.screen === 'stand' && <Notice tone="warn">{said.gone}</Notice>}
      <StandList campaign={campaign} list={list} />
    </>
  )
}
