// From a typed row to promise 1 kept, as any signature (src/petition/keep-signature.ts), by the code of its slip where it has one.
import type { Campaign } from '../../protocol/campaign.ts'
import { newUuid } from '../../protocol/ids.ts'
import { newReceiptCode, withdrawTag } from '../../protocol/receipt.ts'
import { seal } from '../../protocol/seal.ts'
import type { Stand } from '../../protocol/stand.ts'
import { StorageFailure } from '../outbox/storage.ts'
import { keepForTeam, teamOf } from '../outbox/team-tally.ts'
import { keepAtServer, storage } from '../outbox/this-device.ts'
import { withdrawalOf } from '../outbox/withdrawals.ts'
import { headOf } from '../petition/envelope-head.ts'
import { keepAct, type Outcome, type Sitting as SittingOf } from '../petition/sitting.ts'
import { trustedKey } from '../petition/trust.ts'
import { rowKept } from './keyed-sheets.ts'
import type { RowName } from './paper-log.ts'
import { fieldsOf, type PaperRow, paperBody, slipCode } from './paper-row.ts'
import type { Sheet } from './paper-sheet.ts'
import { usedSlips } from './used-slips.ts'

export interface Place {
  campaign: Campaign
  stand: Stand
  sheet: Sheet
}

/** `own`: the code of a row without a slip. */
export type Sitting = SittingOf<{ row: PaperRow; sheet: Sheet }> & { own: string }

export function openSitting(): Sitting {
  const own = newReceiptCode()
  return { id: newUuid(), code: own, own, sealed: null }
}

export type RowOutcome = Outcome | { slip: 'used-code' | 'withdrawn-code' }

/** See `keepAct`; that the line was kept is written with the row. A slip that stands for another row, or for what was taken back, keeps nothing: its withdrawal would be theirs too. */
export async function keepPaperRow(
  sitting: Sitting,
  row: PaperRow,
  name: RowName,
  place: Place,
  sending: () => void,
): Promise<RowOutcome> {
  const { campaign } = place
  const code = slipCode(row)
  // The row may have been given its slip, or lost it, since the last try.
  sitting.code = code ?? sitting.own
  if (!code) return keepSealed(sitting, row, name, place, sending)
  const slip = await withdrawTag(campaign.id, code)
  if (!(await usedSlips.claim(slip))) return { slip: 'used-code' }
  let kept = false
  try {
    if (await isWithdrawn(slip)) return { slip: 'withdrawn-code' }
    const outcome = await keepSealed(sitting, row, name, place, sending)
    kept = 'kept' in outcome
    if (kept) await usedSlips.note(slip)
    return outcome
  } finally {
    if (!kept) usedSlips.free(slip)
  }
}

const keepSealed = (
  sitting: Sitting,
  row: PaperRow,
  name: RowName,
  { campaign, stand, sheet }: Place,
  sending: () => void,
): Promise<Outcome> =>
  keepAct(sitting, { row, sheet }, sending, {
    newId: () => newUuid(),
    keep: (envelope) => keepForTeam(stand, envelope, rowKept(teamOf(stand), name)),
    keepAtServer,
    seal: async ({ row, sheet }, { id, code }) => {
      const key = await trustedKey(campaign)
      if (!key) return null
      const tag = await withdrawTag(campaign.id, code)
      const head = headOf(fieldsOf(row, sheet), campaign, { id, key: key.id, withdrawTag: tag })
      const body = paperBody(row, sheet, campaign, stand.id, new Date())
      return seal({ ...head, consent: sheet.texts.sign }, body, key.publicKey)
    },
  })

/** By this tablet, as far as it knows. */
async function isWithdrawn(tag: string): Promise<boolean> {
  try {
    return (await withdrawalOf(storage, tag)) !== null
  } catch (error) {
    if (!(error instanceof StorageFailure)) throw error
    return false
  }
}
