import { filled } from '../../i18n/filled.ts'
import { useSay } from '../../i18n/language.tsx'
import type { CampaignSummary } from '../use-campaigns.ts'
import { useEditing, useEditorWords } from './editor-context.ts'

interface Props {
  campaign: CampaignSummary
  /** The campaign at `/`; undefined where none is. */
  shown: CampaignSummary | undefined
}

/** What publishing would put before everyone, at which address, and what would no longer be read there. */
export function WhereShown({ campaign, shown }: Props) {
  const { said } = useEditorWords()
  const { desk } = useEditing()
  const say = useSay()
  const words = said.publish
  const first = desk.published === null
  const name = shown ? say(shown.name) : ''
  const address = location.host
  if (!campaign.leads) return <p>{filled(first ? words.firstBehind : words.behind, { name, address })}</p>
  if (!first) return null
  return <p>{filled(shown ? words.firstInstead : words.first, { name, address })}</p>
}
