// Signing on a phone of one's own. Loaded when the form is first touched, not before; nothing but the form's own import() may
// name this file, or the bundler would wrap it.
import type { Campaign } from '../../protocol/campaign.ts'
import { keep, stateOf, watch } from '../outbox/this-device.ts'
import { keepSignature, type Sitting } from './keep-signature.ts'
import { OWN_PHONE, type SignFields } from './sign.ts'
import type { Outcome } from './sitting.ts'
import type { Whereabouts } from './thanks/whereabouts.ts'

export { openSitting } from './keep-signature.ts'

/** See `keepSignature`. */
export const keepHere = (
  sitting: Sitting,
  fields: SignFields,
  campaign: Campaign,
  language: string,
  sending: () => void,
): Promise<Outcome> => keepSignature(sitting, fields, campaign, language, sending, { from: OWN_PHONE, keep })

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
