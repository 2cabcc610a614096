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

test('a page that comes alive asks Intl for nothing before its form can be used', async ({ server, phone }) => {
  await openCampaign(server)
  await phone.addInitScript(() => {
    const asked: unknown[] = []
    Object.assign(window, { asked })
    for (const name of ['DateTimeFormat', 'NumberFormat', 'PluralRules', 'DisplayNames', 'ListFormat', 'Collator'])
      Object.assign(Intl, {
        [name]: new Proxy(Intl[name as 'Collator'], {
          construct(format, given) {
            asked.push([name, ...given])
            return Reflect.construct(format, given)
          },
        }),
      })
  })
  const asked = (page: Page) => page.evaluate(() => (window as unknown as { asked: unknown[] }).asked)
  for (const path of ['/', '/p/joel-paredes', '/en/p/joel-paredes', '/p/maryia-kalesnikava']) {
    await phone.goto(server.url + path)
    await expect(phone.locator('.form-place')).toHaveCount(0)
    expect(await asked(phone), path).toEqual([])
  }
})
