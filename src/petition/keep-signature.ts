// From a filled form to promise 1 kept: key, seal, disk.
import type { Campaign } from '../../protocol/campaign.ts'
import type { Envelope } from '../../protocol/envelope.ts'
import { newUuid } from '../../protocol/ids.ts'
import { newReceiptCode, withdrawTag } from '../../protocol/receipt.ts'
import { seal } from '../../protocol/seal.ts'
import { keepAtServer } from '../outbox/this-device.ts'
import { headOf } from './envelope-head.ts'
import { bodyOf, type Provenance, type SignFields } from './sign.ts'
import { keepAct, type Outcome, type Sitting as SittingOf } from './sitting.ts'
import { trustedKey } from './trust.ts'

export type { Failed, Outcome } from './sitting.ts'
export type Sitting = SittingOf<Signing>

/** `drawn`: see `SignatureBody`. */
type Signing = SignFields & { drawn?: string | undefined }

/** On whose device it is done, and what that device writes beside it. */
export interface Whose {
  from: Provenance
  /** @throws StorageFailure, IdTaken */
  keep(envelope: Envelope): Promise<void>
}

export const openSitting = (): Sitting => ({ id: newUuid(), code: newReceiptCode(), sealed: null })

/** See `keepAct`, of which this is the signature's. */
export const keepSignature = (
  sitting: Sitting,
  fields: Signing,
  campaign: Campaign,
  language: string,
  sending: () => void,
  { from, keep }: Whose,
): Promise<Outcome> =>
  keepAct(sitting, fields, sending, {
    newId: () => newUuid(),
    keep,
    keepAtServer,
    seal: async (fields, { id, code }) => {
      const key = await trustedKey(campaign)
      if (!key) return null
      const tag = await withdrawTag(campaign.id, code)
      const head = headOf(fields, campaign, { id, key: key.id, withdrawTag: tag })
      return seal(head, bodyOf(fields, campaign, language, new Date(), from, fields.drawn), key.publicKey)
    },
  })
