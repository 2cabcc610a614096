// Which key may seal for a campaign, on this device: one that the pinned root signed (design §4, Keys).
import type { Campaign } from '../../protocol/campaign.ts'
import { judgeSealingKey, type Pin, type SignedSealingKey } from '../../protocol/sealing-key.ts'
import { StorageFailure } from '../outbox/storage.ts'
import { readPin, writePin } from '../outbox/this-device.ts'

let judged: { of: string; key: Promise<SignedSealingKey | null> } | undefined

/**
 * The key to seal with, or null where none may be used. The first call pins the root; the same campaign is judged once a page.
 * A browser without storage has no pin, so there every visit is a first one.
 */
export function trustedKey(campaign: Campaign): Promise<SignedSealingKey | null> {
  const of = JSON.stringify([campaign.id, campaign.root, campaign.sealingKey])
  if (judged?.of !== of) {
    const key = judge(campaign, true)
    judged = { of, key }
    // Neither a failure nor "none" is for ever: an old page may have been offline when it asked for the newer key.
    const forget = () => {
      if (judged?.key === key) judged = undefined
    }
    key.then((it) => it ?? forget(), forget)
  }
  return judged.key
}

async function judge(campaign: Campaign, mayAsk: boolean): Promise<SignedSealingKey | null> {
  const { id, root, sealingKey } = campaign
  if (!root || !sealingKey) return null
  const pin = await unlessRefused(readPin(id))
  const judgement = await judgeSealingKey(id, root, sealingKey, pin)
  if ('refused' in judgement) {
    // A page from the cache may be older than what this device has seen since.
    return judgement.refused === 'older' && mayAsk ? judgeCurrent(id) : null
  }
  const held = (await unlessRefused(writePin(id, judgement.pin))) ?? judgement.pin
  return held.root === root ? sealingKey : null
}

async function judgeCurrent(id: string): Promise<SignedSealingKey | null> {
  // Rarely asked for: how a campaign is read comes with it.
  const current = await import('./load.ts').then((it) => it.campaignNow(id)).catch(() => null)
  return current ? judge(current, false) : null
}

/** Null where the browser refuses storage. */
async function unlessRefused(pin: Promise<Pin | null>): Promise<Pin | null> {
  try {
    return await pin
  } catch (error) {
    if (!(error instanceof StorageFailure)) throw error
    // Not remembered: when the storage is back, the pin decides.
    judged = undefined
    return null
  }
}
