import type { Envelope } from '../protocol/envelope.ts'
import { isOpen } from '../protocol/reading.ts'
import type { Reason } from '../protocol/reasons.ts'
import type { CampaignRecord } from './store/store.ts'

/**
 * Whether an envelope may be kept. Closing stops new forms, not delivery (design §4): what was signed for a petition that has
 * closed since or is not shown any more, with a retired key or under an older text is taken and marked late. Refused is only what never existed or was destroyed.
 */
export function judge(envelope: Envelope, record: CampaignRecord | null): { late: boolean } | { refused: Reason } {
  if (!record) return { refused: 'unknown-campaign' }
  if (record.destroyed) return { refused: 'destroyed' }
  if (record.keys.length === 0) return { refused: 'not-open-yet' }
  let late = false
  for (const id of envelope.petitions) {
    const petition = record.published.petitions.find((p) => p.id === id)
    if (!petition && !record.petitionsEver.has(id)) return { refused: 'unknown-petition' }
    if (!petition || !isOpen(petition.state)) late = true
  }
  const key = record.keys.findIndex((k) => k.id === envelope.key)
  if (key < 0) return { refused: 'unknown-key' }
  if (!record.consentTexts.has(envelope.consent)) return { refused: 'unknown-consent' }
  const current = record.content.consents.some((text) => text.id === envelope.consent)
  return { late: late || key > 0 || !current }
}
