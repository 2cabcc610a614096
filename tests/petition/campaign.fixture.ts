import { readFileSync } from 'node:fs'
import type { Campaign, CampaignContent } from '../../protocol/campaign.ts'
import { newSealingPair, rawPublicKey } from '../../protocol/opening.ts'
import type { PetitionState } from '../../protocol/petition.ts'
import { newRoot, signSealingKey } from '../../protocol/root.ts'
import { keyIdOf } from '../../protocol/sealing-key.ts'

const sample: CampaignContent = JSON.parse(
  readFileSync(new URL('../../content/sample/campaign.json', import.meta.url), 'utf8'),
)

/** The sample, without a key: nobody can sign yet. */
export const unsignable = (): Campaign => ({ ...structuredClone(sample), root: null, sealingKey: null })

/** The sample with a key; `states` changes the state of petitions by id. */
export async function openCampaign(states: Record<string, PetitionState> = {}): Promise<Campaign> {
  const root = await newRoot()
  const publicKey = await rawPublicKey((await newSealingPair()).publicKey)
  const key = {
    campaign: sample.id,
    id: (await keyIdOf(publicKey)) as string,
    publicKey,
    serial: 1,
    validFrom: '2026-01-10T08:00:00.000Z',
  }
  const campaign = unsignable()
  return {
    ...campaign,
    root: await rawPublicKey(root.publicKey),
    sealingKey: await signSealingKey(key, root.privateKey),
    petitions: campaign.petitions.map((it) => ({ ...it, state: states[it.id] ?? it.state })),
  }
}
