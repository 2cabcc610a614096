// From a filled form to promise 1 kept: key, seal, disk.
import type { ActBody } from '../../protocol/act.ts'
import type { Campaign } from '../../protocol/campaign.ts'
import type { ActKind, Envelope } from '../../protocol/envelope.ts'
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

/** With the code of acts that were done before in the same sitting, or a new one. */
export const openSitting = <Fields = Signing>(code = newReceiptCode()): SittingOf<Fields> => ({
  id: newUuid(),
  code,
  sealed: null,
})

/** What the fields become: the clear part and the sealed one. */
export interface Act {
  kind?: ActKind
  petitions: readonly string[]
  body: ActBody
}

/** See `keepAct`, of which this is every act's on a device where something can be kept. */
export const keepSealed = <Fields>(
  sitting: SittingOf<Fields>,
  fields: Fields,
  campaign: Campaign,
  sending: () => void,
  keep: Whose['keep'],
  actOf: (fields: Fields) => Act,
): Promise<Outcome> =>
  keepAct(sitting, fields, sending, {
    newId: () => newUuid(),
    keep,
    keepAtServer,
    seal: async (fields, { id, code }) => {
      const key = await trustedKey(campaign)
      if (!key) return null
      const tag = await withdrawTag(campaign.id, code)
      const act = actOf(fields)
      return seal(headOf(act, campaign, { id, key: key.id, withdrawTag: tag }), act.body, key.publicKey)
    },
  })

export const keepSignature = (
  sitting: Sitting,
  fields: Signing,
  campaign: Campaign,
  language: string,
  sending: () => void,
  { from, keep }: Whose,
): Promise<Outcome> =>
  keepSealed(sitting, fields, campaign, sending, keep, (it) => ({
    petitions: it.petitions,
    body: bodyOf(it, campaign, language, new Date(), from, it.drawn),
  }))
