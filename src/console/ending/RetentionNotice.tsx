import { endingWords } from '../../i18n/console-ending.ts'
import { filled } from '../../i18n/filled.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useConsoleWords } from '../console-context.ts'
import { localDate } from '../key-names.ts'
import { hrefOf } from '../place.ts'
import type { CampaignSummary } from '../use-campaigns.ts'
import { daysUntil, retentionNotice } from './retention.ts'

/** From 30 days before the promised destruction; nothing where nothing is held. `link`: from another screen. */
export function RetentionNotice({ campaign, link }: { campaign: CampaignSummary; link?: boolean }) {
  const { language, number } = useConsoleWords()
  const said = endingWords[language].retention
  const today = localDate(new Date())
  const kind = retentionNotice(campaign.destroyBy, today)
  if (!kind || campaign.destroyed || campaign.envelopes === 0) return null
  const n = number(daysUntil(campaign.destroyBy, today))
  const words = kind === 'late' ? said.late : kind === 'today' ? said.today : filled(said.soon, { n })
  return (
    <Notice tone={kind === 'soon' ? 'warn' : 'bad'}>
      <p>{words}</p>
      {link && (
        <ButtonLink kind="link" href={hrefOf({ screen: 'deliver', campaign: campaign.id })}>
          {said.go}
        </ButtonLink>
      )}
    </Notice>
  )
}
