import { expect, it } from 'vitest'
import { Campaign } from '../../protocol/campaign.ts'
import { LocalText } from '../../protocol/local-text.ts'
import { openCampaign } from '../petition/campaign.fixture.ts'

/** The same, as a server of another year might say it: one more field in every object that is not a text. */
function saysMore(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(saysMore)
  if (typeof value !== 'object' || value === null || LocalText.safeParse(value).success) return value
  const more = Object.entries(value).map(([name, inner]) => [name, saysMore(inner)])
  return { ...Object.fromEntries(more), sinceVersion: 9 }
}

it('a campaign from a newer server, with more fields in it, is read as far as it is known', async () => {
  const campaign = await openCampaign()
  const newer = saysMore(campaign)
  expect(JSON.stringify(newer).split('sinceVersion').length).toBeGreaterThan(10)
  expect(Campaign.parse(newer)).toStrictEqual(campaign)
})
