// The rules of signing: what is wrong with a form, and what a filled one becomes. No screen, no storage, no sealing.
import type { ConsentPurpose, SignatureBody } from '../../protocol/act.ts'
import type { Campaign, ConsentText } from '../../protocol/campaign.ts'
import { MAX_PETITIONS } from '../../protocol/limits.ts'
import { commonOf } from './act-body.ts'
import {
  emptyPerson,
  found,
  type PersonName,
  type PersonTyped,
  type Problem,
  type ProblemsOf,
  personOf,
  personOrder,
  personProblems,
} from './person.ts'

/** The form as it stands on the screen. */
export interface SignFields extends PersonTyped {
  petitions: readonly string[]
}

export type FieldName = 'petitions' | PersonName | 'sign'

export type Problems = ProblemsOf<FieldName>

/** In the order of the screen: the first wrong one gets the focus. */
export const fieldOrder = (fields: SignFields): FieldName[] => ['petitions', ...personOrder(fields, ['sign'])]

/** The purposes that signing asks for; each kind of act has a consent of its own. */
const ASKED: readonly ConsentPurpose[] = ['sign', 'news', 'calls', 'public-name']

export const consentsAsked = (campaign: Campaign): ConsentText[] =>
  campaign.consents.filter((it) => ASKED.includes(it.purpose))

export const emptyFields = (campaign: Campaign, petitions: readonly string[]): SignFields => ({
  ...emptyPerson(campaign),
  petitions,
})

function petitionsProblem({ length }: readonly string[]): Problem | null {
  if (length === 0) return { problem: 'missing' }
  return length > MAX_PETITIONS ? { problem: 'too-long', most: MAX_PETITIONS } : null
}

/** Everything that keeps this form from being a signature; empty when it is one. */
export const problemsOf = (fields: SignFields, campaign: Campaign): Problems =>
  found({
    petitions: petitionsProblem(fields.petitions),
    ...personProblems(fields, campaign),
    sign: fields.agreed.includes('sign') ? null : { problem: 'missing' },
  })

/** Where an act was done: on whose device, at which stand, from which paper sheet. */
export type Provenance = Pick<SignatureBody, 'channel' | 'stand' | 'sheet'>

export const OWN_PHONE: Provenance = { channel: 'phone' }

/** The act inside the seal. The fields have no problems. `drawn`: see `SignatureBody`. */
export const bodyOf = (
  fields: SignFields,
  campaign: Campaign,
  language: string,
  now: Date,
  from: Provenance = OWN_PHONE,
  drawn?: string,
): SignatureBody => ({
  kind: 'signature',
  person: personOf(fields, campaign),
  ...commonOf(campaign, consentsAsked(campaign), fields.agreed, language, now),
  ...from,
  ...(drawn ? { drawn } : {}),
})
