import { useSay } from '../i18n/language.tsx'
import { Pill } from '../ui/Pill.tsx'
import { useConsoleWords } from './console-context.ts'
import { hrefOf, type Place, sectionOf } from './place.ts'
import type { CampaignSummary } from './use-campaigns.ts'

interface Props {
  campaign: CampaignSummary
  campaigns: readonly CampaignSummary[]
  place: Place
}

/** Above a screen of one campaign, where there are several: which one it is, and the same screen of the others. */
export function WhichCampaign({ campaign, campaigns, place }: Props) {
  const { words } = useConsoleWords()
  const say = useSay()
  const said = words.whichCampaign
  const names = campaigns.map((it) => say(it.name))
  /** Two of the same name are told apart by what their addresses call them. */
  const nameOf = ({ id, name }: CampaignSummary) =>
    names.filter((it) => it === say(name)).length > 1 ? `${say(name)} (${id})` : say(name)
  const screen = place.screen === 'key' ? 'key' : sectionOf(place)
  return (
    <nav class="console-campaign row" aria-label={said.label}>
      <p>
        {said.label + words.colon}
        <strong aria-current="true">{nameOf(campaign)}</strong>
      </p>
      {campaign.destroyed && <Pill>{said.destroyed}</Pill>}
      {campaigns.flatMap((it) =>
        it.id === campaign.id ? (
          []
        ) : (
          <a key={it.id} class="button link" href={hrefOf({ screen, campaign: it.id } as Place)}>
            {nameOf(it)}
          </a>
        ),
      )}
    </nav>
  )
}
