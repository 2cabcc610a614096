// Runs in a page: see stolen-tablet.spec.ts. The tablet's own modules, without its screens.
import type { Campaign } from '../../protocol/campaign.ts'
import { newUuid } from '../../protocol/ids.ts'
import type { Kept } from '../../src/outbox/storage.ts'
import { keepForTeam } from '../../src/outbox/team-tally.ts'
import { storage } from '../../src/outbox/this-device.ts'
import { keepSignature, openSitting } from '../../src/petition/keep-signature.ts'
import { bodyOf, emptyFields, type SignFields } from '../../src/petition/sign.ts'

export type Typed = Partial<SignFields>

export const fieldsOf = (typed: Typed, campaign: Campaign): SignFields => ({
  ...emptyFields(campaign, ['joel-paredes']),
  ...typed,
  agreed: ['sign'],
})

/** As the kiosk keeps what somebody typed. Throws where there would be no thank-you. */
export async function sign(typed: Typed, campaign: Campaign, stand: string): Promise<void> {
  const outcome = await keepSignature(openSitting(), fieldsOf(typed, campaign), campaign, 'fr', () => {}, {
    from: { channel: 'stand', stand },
    keep: (envelope) => keepForTeam({ campaign: campaign.id, id: stand }, envelope),
  })
  if (!('kept' in outcome) || outcome.kept !== 'here') throw new Error('not kept')
}

/** What must never be: the same act in clear, in the place of a sealed one. */
export async function signInClear(typed: Typed, campaign: Campaign): Promise<void> {
  const text = JSON.stringify(bodyOf(fieldsOf(typed, campaign), campaign, 'fr', new Date()))
  await storage.write(async (tx) => {
    const [like] = await tx.inState('waiting', 1)
    const { lastSeq, ...tally } = await tx.tally()
    const seq = lastSeq + 1
    await tx.putEntries([{ ...(like as Kept), id: newUuid(), seq, text, size: text.length }])
    await tx.putTally({ ...tally, captured: tally.captured + 1, waiting: tally.waiting + 1, lastSeq: seq })
  })
}
