import { useState } from 'preact/hooks'
import { STAND_ROUTES, type StandView } from '../../protocol/stand-routes.ts'
import { useSay } from '../i18n/language.tsx'
import { Button } from '../ui/Button.tsx'
import { Pill } from '../ui/Pill.tsx'
import { useSession } from './console-context.ts'
import { Failure } from './Failure.tsx'
import { Heading } from './Heading.tsx'
import { hrefOf } from './place.ts'
import { StandCode } from './StandCode.tsx'
import { StandForm } from './StandForm.tsx'
import { Sure } from './Sure.tsx'
import { fieldsOf, judgeFields } from './stand-draft.ts'
import { TabletTable } from './TabletTable.tsx'
import { useAction } from './use-action.ts'
import type { CampaignSummary } from './use-campaigns.ts'
import { useStandWords } from './use-stand-words.ts'
import type { FreshCode } from './use-stands.ts'

interface Props {
  campaign: CampaignSummary
  view: StandView
  /** The code that was made a moment ago, while it can still be shown. */
  fresh: FreshCode | null
  onFresh: (fresh: FreshCode | null) => void
  onView: (view: StandView) => void
}

/** One stand: what it is, its code, its tablets. */
export function StandPage({ campaign, view, fresh, onFresh, onView }: Props) {
  const { said } = useStandWords()
  const [changing, setChanging] = useState(false)
  if (changing) {
    return (
      <StandForm
        campaign={campaign}
        view={view}
        onChanged={(changed) => {
          onView(changed)
          setChanging(false)
        }}
        onCancel={() => setChanging(false)}
      />
    )
  }
  const tabletsFirst = fresh === null && view.devices.length > 0
  const tablets = (
    <div class="unprinted" key="tablets">
      <TabletTable view={view} onView={onView} />
    </div>
  )
  return (
    <div class="stack">
      <div class="stack unprinted" key="about">
        <a href={hrefOf({ screen: 'stands', campaign: campaign.id })}>{said.back}</a>
        <div class="row between">
          <Heading>{view.stand.name}</Heading>
          {view.closedAt !== null && <Pill>{said.page.closed}</Pill>}
        </div>
        <About campaign={campaign} view={view} onChange={() => setChanging(true)} onView={onView} />
      </div>
      {tabletsFirst && tablets}
      {view.closedAt === null && (
        <StandCode key="code" campaign={campaign} view={view} fresh={fresh} onFresh={onFresh} onView={onView} />
      )}
      {!tabletsFirst && tablets}
    </div>
  )
}

interface AboutProps {
  campaign: CampaignSummary
  view: StandView
  onChange: () => void
  onView: (view: StandView) => void
}

function About({ campaign, view, onChange, onView }: AboutProps) {
  const { said, datesOf } = useStandWords()
  const say = useSay()
  const session = useSession()
  const closing = useAction()
  const [asking, setAsking] = useState(false)
  const { stand } = view
  const titles = stand.petitions.map((id) => {
    const petition = campaign.petitions.find((it) => it.id === id)
    return petition ? say(petition.title) : id
  })

  const setClosed = (closed: boolean) =>
    closing.run(async () => {
      const judged = judgeFields(fieldsOf(view))
      if ('wrong' in judged) throw new Error('the server sent a stand that it would not take')
      const parameters = { campaign: stand.campaign, stand: stand.id }
      onView(await session.call(STAND_ROUTES.change, { parameters, body: { draft: judged.draft, closed } }))
      setAsking(false)
    })

  return (
    <>
      <p>{`${stand.place}, ${datesOf(stand)}`}</p>
      <div>
        <h2>{said.page.petitions}</h2>
        <ul>
          {titles.map((title) => (
            <li key={title}>{title}</li>
          ))}
        </ul>
      </div>
      <div class="row">
        <Button kind="link" onClick={onChange}>
          {said.page.change}
        </Button>
        {view.closedAt === null ? (
          <Button id="close-stand" kind="link" aria-expanded={asking} onClick={() => setAsking(!asking)}>
            {said.page.close}
          </Button>
        ) : (
          <Button kind="link" busy={closing.busy ? said.form.saving : undefined} onClick={() => setClosed(false)}>
            {said.page.reopen}
          </Button>
        )}
      </div>
      {asking && (
        <Sure
          question={said.page.sureClose}
          yes={said.page.yesClose}
          no={said.page.noClose}
          busy={closing.busy ? said.page.closing : undefined}
          onYes={() => setClosed(true)}
          onNo={() => {
            setAsking(false)
            document.getElementById('close-stand')?.focus()
          }}
        />
      )}
      {closing.error !== null && <Failure error={closing.error} />}
    </>
  )
}
