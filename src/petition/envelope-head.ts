// Apart from the form's rules: it comes with the sealing, which a page that is only read does without.
import type { Campaign } from '../../protocol/campaign.ts'
import { type ActKind, type EnvelopeHead, SUITE } from '../../protocol/envelope.ts'

/** The envelope's clear part. Each kind of act has a consent text of its own. */
export function headOf(
  { kind = 'signature', petitions }: { kind?: ActKind; petitions: readonly string[] },
  campaign: Campaign,
  { id, key, withdrawTag }: { id: string; key: string; withdrawTag: string },
): EnvelopeHead {
  const purpose = kind === 'signature' ? 'sign' : kind
  const consent = campaign.consents.find((it) => it.purpose === purpose)?.id ?? ''
  return {
    v: 1,
    suite: SUITE,
    id,
    kind,
    campaign: campaign.id,
    petitions: [...petitions].sort(),
    key,
    consent,
    withdrawTag,
  }
}
