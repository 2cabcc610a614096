// From a filled form to promise 1 kept: key, seal, disk. Loaded when the form is first touched, not before.
import type { Campaign } from '../../protocol/campaign.ts'
import type { Envelope } from '../../protocol/envelope.ts'
import { newUuid } from '../../protocol/ids.ts'
import { formatReceiptCode, newReceiptCode, withdrawTag } from '../../protocol/receipt.ts'
import { seal } from '../../protocol/seal.ts'
import { NotDelivered } from '../outbox/direct.ts'
import { IdTaken } from '../outbox/queue.ts'
import { StorageFailure } from '../outbox/storage.ts'
import { keep, keepAtServer, stateOf, watch } from '../outbox/this-device.ts'
import { headOf } from './envelope-head.ts'
import { bodyOf, type SignFields } from './sign.ts'
import { trustedKey } from './trust.ts'

/** From the form's first field to leaving the thank-you: one receipt code, and one id for its signature. */
export interface Sitting {
  id: string
  code: string
  /** What was sealed last. The same fields give the same envelope again, so that trying twice cannot sign twice. */
  sealed: { fields: SignFields; envelope: Envelope } | null
}

export const openSitting = (): Sitting => ({ id: newUuid(), code: newReceiptCode(), sealed: null })

export type Failed = 'wrong-key' | 'storage-offline' | 'storage-online' | 'refused' | 'unknown'

export type Outcome = { kept: 'here' | 'there'; id: string; receipt: string } | { failed: Failed }

async function envelopeOf(sitting: Sitting, fields: SignFields, campaign: Campaign, language: string) {
  if (sitting.sealed && JSON.stringify(sitting.sealed.fields) === JSON.stringify(fields)) return sitting.sealed.envelope
  const key = await trustedKey(campaign)
  if (!key) return null
  const tag = await withdrawTag(campaign.id, sitting.code)
  const head = headOf(fields, campaign, { id: sitting.id, key: key.id, withdrawTag: tag })
  const envelope = await seal(head, bodyOf(fields, campaign, language, new Date()), key.publicKey)
  sitting.sealed = { fields, envelope }
  return envelope
}

/**
 * Resolves with `kept` only once the signature is on this device's disk, or, where the browser refuses that, once the server
 * holds it. `sending` is called when it turns to the server. After any failure the same sitting can be tried again.
 */
export async function keepSignature(
  sitting: Sitting,
  fields: SignFields,
  campaign: Campaign,
  language: string,
  sending: () => void,
): Promise<Outcome> {
  const receipt = formatReceiptCode(sitting.code)
  const envelope = await envelopeOf(sitting, fields, campaign, language)
  if (!envelope) return { failed: 'wrong-key' }
  const { id } = envelope
  try {
    await keep(envelope)
    return { kept: 'here', id, receipt }
  } catch (error) {
    if (error instanceof IdTaken) {
      // An earlier try, with other fields, was kept after all and has been answered since.
      Object.assign(sitting, { id: newUuid(), sealed: null })
      return keepSignature(sitting, fields, campaign, language, sending)
    }
    if (!(error instanceof StorageFailure)) throw error
  }
  sending()
  try {
    await keepAtServer(envelope)
    return { kept: 'there', id, receipt }
  } catch (error) {
    if (!(error instanceof NotDelivered)) throw error
    const failed = { offline: 'storage-offline', 'no-answer': 'storage-online', refused: 'refused' } as const
    return { failed: failed[error.why] }
  }
}

export type Whereabouts = 'here' | 'arrived' | 'not-taken'

const WHERE = { waiting: 'here', accepted: 'arrived', refused: 'not-taken' } as const

/** Tells where a kept signature is whenever that may have changed, until the function that comes back is called. */
export function follow(id: string, tell: (where: Whereabouts) => void): () => void {
  const look = async () => {
    const state = await stateOf(id)
    // Of what is not here any more nothing new is known.
    if (state !== null && state !== 'withdrawn') tell(WHERE[state])
  }
  return watch(() => void look().catch(() => {}), console.error)
}
