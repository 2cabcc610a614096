import type { ConsentPurpose } from '../../../protocol/act.ts'
import type { Campaign, ConsentText } from '../../../protocol/campaign.ts'
import type { ActName } from '../pages/acts/act-props.ts'

/** Whoever joins may want to hear from us; a letter and a message ask for what they themselves need, and for nothing else. */
const ASKED: Record<ActName, readonly ConsentPurpose[]> = {
  letter: ['letter'],
  join: ['join', 'news', 'calls'],
  contact: ['contact'],
}

/** The texts that stand on the page of such an act, what it needs first. */
export const consentsOf = (campaign: Campaign, kind: ActName): ConsentText[] =>
  ASKED[kind].flatMap((purpose) => campaign.consents.filter((it) => it.purpose === purpose))
