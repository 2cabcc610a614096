// Apart from the form's rules: it comes with the sealing, which a page that is only read does without.
import type { Campaign } from '../../protocol/campaign.ts'
import { type EnvelopeHead, SUITE } from '../../protocol/envelope.ts'
import type { SignFields } from './sign.ts'

/** The envelope's clear part. */
export function headOf(
  fields: SignFields,
  campaign: Campaign,
  { id, key, withdrawTag }: { id: string; key: string; withdrawTag: string },
): EnvelopeHead {
  const consent = campaign.consents.find((it) => it.purpose === 'sign')?.id ?? ''
  return {
    v: 1,
    suite: SUITE,
    id,
    kind: 'signature',
    campaign: campaign.id,
    petitions: [...fields.petitions].sort(),
    key,
    consent,
    withdrawTag,
  }
}
