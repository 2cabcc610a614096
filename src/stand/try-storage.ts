// A test act goes the way of every other: sealed, written to the same disk, read back in a transaction of its own. Beside the
// outbox and not in it, so that it can never be counted or sent.
import type { Campaign } from '../../protocol/campaign.ts'
import { newUuid } from '../../protocol/ids.ts'
import { newReceiptCode, withdrawTag } from '../../protocol/receipt.ts'
import { seal } from '../../protocol/seal.ts'
import { FIRST_LANGUAGE } from '../i18n/languages.ts'
import type { Storage } from '../outbox/storage.ts'
import { wireText } from '../outbox/wire.ts'
import { headOf } from '../petition/envelope-head.ts'
import { bodyOf, emptyFields, type SignFields } from '../petition/sign.ts'
import { trustedKey } from '../petition/trust.ts'
import type { Findings } from './readiness.ts'

export async function tryStorage(storage: Storage, campaign: Campaign, now: Date): Promise<Findings['trial']> {
  const text = await sealedTrial(campaign, now).catch(() => null)
  if (text === null) return { sealed: false, kept: await keptAndGone(storage, '{}') }
  return { sealed: true, kept: await keptAndGone(storage, text) }
}

async function sealedTrial(campaign: Campaign, now: Date): Promise<string | null> {
  const key = await trustedKey(campaign)
  if (!key) return null
  // Nobody's: it only has to be of the size and shape of an act.
  const fields: SignFields = {
    ...emptyFields(
      campaign,
      campaign.petitions.slice(0, 1).map((it) => it.id),
    ),
    ...{ firstName: '-', lastName: '-', way: 'place', town: '-', quarter: '-' },
  }
  const tag = await withdrawTag(campaign.id, newReceiptCode())
  const head = headOf(fields, campaign, { id: newUuid(), key: key.id, withdrawTag: tag })
  return wireText(await seal(head, bodyOf(fields, campaign, FIRST_LANGUAGE, now), key.publicKey))
}

async function keptAndGone(storage: Storage, text: string): Promise<boolean> {
  try {
    await storage.write((tx) => tx.putNote('trial', { text }))
    const back = await storage.read((tx) => tx.note('trial'))
    await storage.write((tx) => tx.putNote('trial', null))
    const gone = await storage.read((tx) => tx.note('trial'))
    return back?.text === text && gone === null
  } catch {
    return false
  }
}
