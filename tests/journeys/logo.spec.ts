import { toBase64url } from '../../protocol/base64url.ts'
import { EDIT_ROUTES } from '../../protocol/edit-routes.ts'
import { PICTURE_ROUTES } from '../../protocol/picture-routes.ts'
import { expect, type Page, PHONE, readyOffline, test } from './fixtures.ts'
import { ask, openCampaign } from './open-campaign.ts'
import type { TestServer } from './server.ts'

// A campaign's own logo: dark letters on nothing, as most are.
const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><path d="M4 4h8v24h16v8H4zM40 4h32v8H48v8h20v8H48v8h-8zM84 4h32v32H84z" fill="#102040"/></svg>'

async function wearLogo(server: TestServer, cookie: string): Promise<void> {
  const put = { use: { for: 'logo' }, bytes: toBase64url(new TextEncoder().encode(LOGO)) }
  const logo = await (await ask(server, PICTURE_ROUTES.put, { cookie, body: put })).json()
  const { draft } = await (await ask(server, EDIT_ROUTES.desk, { cookie })).json()
  const theme = { name: { fr: 'Ligue togolaise des droits', en: 'League' }, logo }
  const saving = { revision: draft.revision, content: { ...draft.content, theme } }
  const saved = await (await ask(server, EDIT_ROUTES.save, { cookie, body: saving })).json()
  await ask(server, EDIT_ROUTES.publish, { cookie, body: { revision: saved.draft.revision } })
}

/** The header as it is painted. */
const header = async (page: Page) => (await page.locator('.top-brand').screenshot()).toString('base64')

test('the server’s own header wears the campaign’s logo, at the first paint, without script and without a server', async ({
  browser,
  server,
  phone,
}) => {
  const { cookie } = await openCampaign(server)
  await wearLogo(server, cookie)
  const plain = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE, locale: 'fr-FR' })
  const page = await plain.newPage()
  await page.goto(`${server.url}/p/joel-paredes`)
  const mark = page.locator('.top-brand .mark')
  await expect(mark).toHaveCSS('background-image', /pictures/)
  await expect(mark.locator('path').first()).toBeHidden()
  const atFirst = await header(page)

  await phone.goto(`${server.url}/p/joel-paredes`)
  await phone.getByLabel('Prénom', { exact: true }).waitFor()
  expect(await header(phone), 'the script changes nothing of it').toBe(atFirst)
  await readyOffline(phone)
  await phone.reload()
  await server.kill()
  await phone.goto(`${server.url}/p/joel-paredes`)
  expect(await header(phone), 'kept with the page').toBe(atFirst)
  await server.start()
})

test('on dark screens a logo of dark letters stands on a light plate, which moves nothing', async ({
  browser,
  server,
}) => {
  const { cookie } = await openCampaign(server)
  await wearLogo(server, cookie)
  const box: unknown[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ viewport: PHONE, locale: 'fr-FR', colorScheme })
    const page = await context.newPage()
    await page.goto(server.url)
    const mark = page.locator('.top-brand .mark')
    box.push(await mark.boundingBox())
    await expect(mark).toHaveCSS('background-color', colorScheme === 'dark' ? 'rgb(255, 253, 248)' : 'rgba(0, 0, 0, 0)')
    await page.screenshot({ path: `test-results/logo-${colorScheme}.png` })
    await context.close()
  }
  expect(box[1]).toEqual(box[0])
})
