import { EDIT_ROUTES } from '../../../protocol/edit-routes.ts'
import { useSay } from '../../i18n/language.tsx'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Pill } from '../../ui/Pill.tsx'
import { useSession } from '../console-context.ts'
import { Failure } from '../Failure.tsx'
import { Heading } from '../Heading.tsx'
import { hrefOf } from '../place.ts'
import { useAction } from '../use-action.ts'
import type { CampaignSummary, Campaigns } from '../use-campaigns.ts'
import { useEditorWords } from './editor-context.ts'

interface Props {
  campaigns: Campaigns
  onChanged: () => void
}

/** Every campaign with its cases, and what state they are in. */
export function PetitionsScreen({ campaigns, onChanged }: Props) {
  const { said } = useEditorWords()
  return (
    <>
      <div class="row between">
        <Heading>{said.title}</Heading>
        <ButtonLink href={hrefOf({ screen: 'new-campaign' })}>{said.make.title}</ButtonLink>
      </div>
      <p class="muted">{said.lead}</p>
      {campaigns.length === 0 && <p>{said.none}</p>}
      {campaigns.map((it) => (
        <CampaignTile key={it.id} campaign={it} alone={campaigns.length === 1} onChanged={onChanged} />
      ))}
    </>
  )
}

function CampaignTile({
  campaign,
  alone,
  onChanged,
}: {
  campaign: CampaignSummary
  alone: boolean
  onChanged: () => void
}) {
  const { said, words, number } = useEditorWords()
  const say = useSay()
  const name = say(campaign.name)
  return (
    <section class="tile stack" aria-label={name}>
      <div class="row between">
        <h2>{name}</h2>
        <div class="row">
          {campaign.sample && <Pill tone="warn">{words.sample.mark}</Pill>}
          {campaign.destroyed && <Pill>{said.destroyed}</Pill>}
          {!campaign.live ? (
            <Pill>{said.notPublished}</Pill>
          ) : (
            campaign.changed && <Pill tone="warn">{said.changed}</Pill>
          )}
          {campaign.shown && !alone && <Pill tone="ok">{said.shownFirst}</Pill>}
        </div>
      </div>
      {campaign.petitions.length === 0 ? (
        <p class="muted">{said.noCase}</p>
      ) : (
        <table class="console-table whole-words">
          <thead>
            <tr>
              <th scope="col">{said.labels.petition}</th>
              <th scope="col">{said.labels['petition.state']}</th>
              <th scope="col" class="n">
                {words.overview.received}
              </th>
            </tr>
          </thead>
          <tbody>
            {campaign.petitions.map((it) => (
              <tr key={it.id}>
                <th scope="row">
                  <a href={hrefOf({ screen: 'edit', campaign: campaign.id, part: `case-${it.id}` })}>
                    {say(it.title) || said.case.unnamed}
                  </a>
                </th>
                <td>{said.states[it.state]}</td>
                <td class="n">{number(campaign.counts[it.id] ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div class="row">
        <ButtonLink kind="quiet" href={hrefOf({ screen: 'edit', campaign: campaign.id, part: 'campaign' })}>
          {said.write}
        </ButtonLink>
        {campaign.live && !campaign.shown && <ShowFirst campaign={campaign.id} onChanged={onChanged} />}
      </div>
    </section>
  )
}

function ShowFirst({ campaign, onChanged }: { campaign: string; onChanged: () => void }) {
  const { said } = useEditorWords()
  const session = useSession()
  const action = useAction()
  const show = () =>
    action.run(async () => {
      await session.call(EDIT_ROUTES.show, { body: { campaign } })
      onChanged()
    })
  return (
    <>
      <Button kind="link" onClick={show} busy={action.busy ? said.showing : undefined}>
        {said.showFirst}
      </Button>
      {action.error !== null && <Failure error={action.error} />}
    </>
  )
}
