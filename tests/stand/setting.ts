import type { Campaign } from '../../protocol/campaign.ts'
import { signable } from '../../protocol/reading.ts'
import type { Setting } from '../../src/stand/kiosk/steps.ts'
import { openCampaign } from '../petition/campaign.fixture.ts'

/** A stand that asks for every open case of the sample. */
export async function setting(stand?: Campaign['stand']): Promise<Setting> {
  const campaign = { ...(await openCampaign()), stand }
  return { campaign, petitions: signable(campaign).map((it) => it.id) }
}
