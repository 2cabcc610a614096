// Keeping a letter, a request or a message on a phone of one's own. Loaded while it is written; nothing but the form's own import()
// may name this file.
import type { Campaign } from '../../../protocol/campaign.ts'
import { warmCache } from '../../outbox/sw-bridge.ts'
import { keep } from '../../outbox/this-device.ts'
import { type Act, keepSealed } from '../keep-signature.ts'
import type { Outcome, Sitting } from '../sitting.ts'

export { openSitting } from '../keep-signature.ts'

/** See `keepAct`: promise 1, for every kind of act. */
export const keepHere = <Fields>(
  sitting: Sitting<Fields>,
  fields: Fields,
  campaign: Campaign,
  sending: () => void,
  actOf: (fields: Fields) => Act,
): Promise<Outcome> => keepSealed(sitting, fields, campaign, sending, keep, actOf)

/** The code of these pages is kept for days without a network, from the first time that one of them was opened. */
export const keepThisRoom = (): void =>
  warmCache(
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.startsWith('/assets/acts/')),
  )
