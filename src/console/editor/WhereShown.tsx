import { filled } from '../../i18n/filled.ts'
import { useSay } from '../../i18n/language.tsx'
import type { CampaignSummary } from '../use-campaigns.ts'
import { useEditing, useEditorWords } from './editor-context.ts'

/** What publishing would put before everyone, at which address, and what would no longer be read there. */
export function WhereShown({ campaign }: { campaign: CampaignSummary }) {
  const { said } = useEditorWords()
  const { desk, campaigns } = useEditing()
  const say = useSay()
  const words = said.publish
  const shown = campaigns.find((it) => it.shown)
  const first = desk.published === null
  const name = shown ? say(shown.name) : ''
  const address = location.host
  if (!campaign.leads) return <p>{filled(first ? words.firstBehind : words.behind, { name, address })}</p>
  if (!first) return null
  return <p>{filled(shown ? words.firstInstead : words.first, { name, address })}</p>
}
