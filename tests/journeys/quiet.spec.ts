import { expect, test } from './fixtures.ts'
import { openCampaign } from './open-campaign.ts'

test('the browser warns of nothing on any kind of page', async ({ context, server, errors: _ }) => {
  await openCampaign(server)
  const warnings: string[] = []
  context.on('console', (it) => {
    if (it.type() === 'warning') warnings.push(it.text())
  })
  const page = await context.newPage()
  for (const path of ['/', '/p/joel-paredes', '/en/p/joel-paredes', '/retrait', '/envois', '/nowhere', '/console']) {
    await page.goto(server.url + path, { waitUntil: 'networkidle' })
  }
  expect(warnings).toEqual([])
})
