import { useSay } from '../../i18n/language.tsx'
import { ButtonLink } from '../../ui/Button.tsx'
import { Pill } from '../../ui/Pill.tsx'
import { Heading } from '../Heading.tsx'
import { hasPage, PublicLink } from '../PublicLink.tsx'
import { hrefOf } from '../place.ts'
import type { CampaignSummary, Campaigns } from '../use-campaigns.ts'
import { useEditorWords } from './editor-context.ts'
import { ShowFirst } from './ShowFirst.tsx'

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
        <CampaignTile key={it.id} campaign={it} campaigns={campaigns} onChanged={onChanged} />
      ))}
    </>
  )
}

function CampaignTile({ campaign, campaigns, onChanged }: Props & { campaign: CampaignSummary }) {
  const { said, words, number } = useEditorWords()
  const say = useSay()
  const name = say(campaign.name)
  const alone = campaigns.length === 1
  const namesake = campaigns.some((it) => it !== campaign && say(it.name) === name)
  return (
    <section class="tile stack" aria-label={name}>
      <div class="row between">
        <h2>
          {name}
          {namesake && <span class="small muted">{` · ${campaign.id}`}</span>}
        </h2>
        <div class="row">
          {campaign.sample && <Pill tone="warn">{words.sample.mark}</Pill>}
          {campaign.destroyed && <Pill>{said.destroyed}</Pill>}
          {!campaign.live ? (
            <Pill>{said.notPublished}</Pill>
          ) : (
            campaign.changed && <Pill tone="warn">{said.changed}</Pill>
          )}
          {campaign.shown && !alone && <Pill tone="ok">{words.publicPage.shown}</Pill>}
        </div>
      </div>
      {campaign.live && !campaign.shown && <p class="muted">{words.publicPage.behind}</p>}
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
                  <a
                    class="edit-case-link"
                    href={hrefOf({ screen: 'edit', campaign: campaign.id, part: `case-${it.id}` })}
                  >
                    {say(it.title) || said.case.unnamed}
                  </a>
                </th>
                <td>
                  <p>{said.states[it.state]}</p>
                  {hasPage(campaign, it) && (
                    <p class="small">
                      <PublicLink path={`/p/${it.id}`}>
                        {words.publicPage.one}
                        <span class="unseen">{`${words.colon}${say(it.title)}`}</span>
                      </PublicLink>
                    </p>
                  )}
                </td>
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
        {campaign.shown && <PublicLink />}
        {campaign.live && !campaign.shown && <ShowFirst campaign={campaign.id} onChanged={onChanged} />}
      </div>
    </section>
  )
}
