import { expect, type Page, test } from './fixtures.ts'
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

test('a page that comes alive asks Intl for no date that the server has written into it', async ({ server, phone }) => {
  await openCampaign(server)
  await phone.addInitScript(() => {
    const asked: unknown[] = []
    Object.assign(window, { asked })
    Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
      construct(format, given) {
        asked.push(given)
        return Reflect.construct(format, given)
      },
    })
  })
  const asked = (page: Page) => page.evaluate(() => (window as unknown as { asked: unknown[] }).asked)
  for (const path of ['/', '/p/joel-paredes', '/en/p/joel-paredes', '/p/maryia-kalesnikava']) {
    await phone.goto(server.url + path)
    await expect(phone.locator('.form-place')).toHaveCount(0)
    expect(await asked(phone), path).toEqual([])
  }
})
