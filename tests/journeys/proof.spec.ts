import { test as base, expect, PHONE, watch } from './fixtures.ts'
import { openCampaign } from './open-campaign.ts'
import { AFI, sign } from './people.ts'
import { TestServer } from './server.ts'

// Proof of work at its full price, in a real browser: whoever signs meets nothing of it. Every other journey pays a light one.

const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern.
  server: async ({}, use) => {
    const server = await TestServer.create('.', 'normal')
    await use(server)
    expect(await server.cspReports()).toEqual([])
    await server.remove()
  },
})

test('a phone proves its work behind the thank-you, and solves another challenge where its first has become worthless', async ({
  context,
  server,
}) => {
  const errors: string[] = []
  watch(context, errors)
  await openCampaign(server)
  const phone = await context.newPage()
  await phone.setViewportSize(PHONE)
  const sent: { proof: string | undefined; status: number }[] = []
  // The first proof is good for nothing by the time that it arrives.
  await context.route('**/api/v1/batches/*', async (route) => {
    const headers = route.request().headers()
    const proof = headers['paraphe-proof']
    if (sent.length === 0) headers['paraphe-proof'] = `${proof}AAAA`
    const response = await route.fetch({ headers })
    sent.push({ proof, status: response.status() })
    await route.fulfill({ response })
  })
  await phone.goto(`${server.url}/p/joel-paredes`)
  await sign(phone, AFI)
  await expect.poll(() => server.counts(), { timeout: 60_000 }).toMatchObject({ 'joel-paredes': 1 })
  expect(sent.map((it) => it.status)).toEqual([403, 200])
  expect(sent[0]?.proof).not.toEqual(sent[1]?.proof)
  await context.unrouteAll({ behavior: 'wait' })
  expect(errors).toEqual([])
})
