import type { Campaign } from '../../../../protocol/campaign.ts'
import { actWords } from '../../../i18n/acts.ts'
import { useWords } from '../../../i18n/language.tsx'
import { Notice } from '../../../ui/Notice.tsx'

/** In the form's place: what is not offered, or not any more. */
export function NotOffered({ campaign, none }: { campaign: Campaign; none: string }) {
  const { ended } = useWords(actWords)
  return campaign.ended ? <Notice title={ended.title}>{ended.text}</Notice> : <Notice>{none}</Notice>
}
