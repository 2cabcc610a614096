import type { ConsentPurpose } from '../../../protocol/act.ts'
import type { Campaign, ConsentText } from '../../../protocol/campaign.ts'
import type { ActName } from '../pages/acts/act-props.ts'

/** Whoever joins may want to hear from us; a letter and a message ask for what they themselves need, and for nothing else. */
const ASKED: Record<ActName, readonly ConsentPurpose[]> = {
  letter: ['letter'],
  join: ['join', 'news', 'calls'],
  contact: ['contact'],
}

/** The texts that stand on the page of such an act. */
export const consentsOf = (campaign: Campaign, kind: ActName): ConsentText[] =>
  campaign.consents.filter((it) => ASKED[kind].includes(it.purpose))
