import type { Browser, BrowserContext } from '@playwright/test'
import Papa from 'papaparse'
import { open } from '../../protocol/opening.ts'
import { type KeyFile, logIn, makeKey, openAndSave, setUp } from './coordinator.ts'
import { expect, PHONE, readyOffline, test, watch } from './fixtures.ts'
import { openCampaign } from './open-campaign.ts'
import { AFI, KODJO, sign } from './people.ts'
import { received } from './received.ts'
import type { TestServer } from './server.ts'

// The whole road: a signature taken with no network reaches the coordinator's file.

test.describe.configure({ timeout: 120_000 })

test('signed with no network, sent by the worker with every page closed, opened by the coordinator', async ({
  browser,
  server,
}, info) => {
  const errors: string[] = []
  const key = await prepare(browser, server, info.outputPath('key.age'), errors)
  const phone = await newPhone(browser, errors)
  await signTwiceWithoutNetwork(phone, server)

  for (const page of phone.pages()) await page.close()
  await server.start()
  await phone.setOffline(false)
  await expect
    .poll(() => server.counts(), { message: 'Background Sync delivers', timeout: 30_000 })
    .toMatchObject({ 'joel-paredes': 2, 'manahel-al-otaibi': 2 })

  await fileHas([...AFIS, ...KODJOS], browser, server, key, info.outputPath('signatures.csv'), errors)
  expect(errors).toEqual([])
})

test('the same where Background Sync is missing: the page sends when it is opened again; what is withdrawn then is held no more', async ({
  browser,
  server,
}) => {
  const errors: string[] = []
  // The key's own screens, and the file, are in the journey above.
  const { opening, cookie } = await openCampaign(server)
  const phone = await newPhone(browser, errors)
  await phone.addInitScript(() => {
    if ('ServiceWorkerRegistration' in globalThis) Reflect.deleteProperty(ServiceWorkerRegistration.prototype, 'sync')
  })
  const { afi } = await signTwiceWithoutNetwork(phone, server)

  for (const page of phone.pages()) await page.close()
  await server.start()
  await phone.setOffline(false)
  const again = await phone.newPage()
  // Longer than Background Sync would take in the journey above.
  await again.waitForTimeout(2500)
  expect(await server.counts(), 'nothing was sent with every page closed').toMatchObject({ 'joel-paredes': 0 })
  await again.goto(server.url)
  await expect
    .poll(() => server.counts(), { timeout: 30_000 })
    .toMatchObject({ 'joel-paredes': 2, 'manahel-al-otaibi': 2 })
  await expect(again.getByText('Vos 2 envois sont arrivés.')).toBeVisible()

  await again.goto(`${server.url}/retrait`)
  await again.getByLabel('Le code de votre reçu').fill(afi)
  await again.getByRole('button', { name: 'Retirer ma signature' }).click()
  await expect(again.getByText('C’est fait')).toBeVisible()
  const held = await Promise.all((await received(server, cookie)).map((it) => open(it, opening)))
  expect(held).toMatchObject([{ kind: 'signature', person: { firstName: 'Kodjo', lastName: 'Agbéko' } }])
  expect(errors).toEqual([])
})

/** A fresh server, the set-up link, the key made and proven in the coordinator's browser. */
async function prepare(browser: Browser, server: TestServer, file: string, errors: string[]): Promise<KeyFile> {
  const office = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  watch(office, errors)
  const page = await office.newPage()
  await setUp(page, server.setupLink)
  const key = await makeKey(page, file)
  await office.close()
  return key
}

async function newPhone(browser: Browser, errors: string[]): Promise<BrowserContext> {
  const phone = await browser.newContext({ viewport: PHONE, locale: 'fr-FR' })
  watch(phone, errors)
  return phone
}

/** One visit; then the server is killed and the network gone; two people sign both open cases, with a reload between.
 * Afi's receipt comes back. */
async function signTwiceWithoutNetwork(phone: BrowserContext, server: TestServer): Promise<{ afi: string }> {
  const page = await phone.newPage()
  await page.goto(server.url)
  await readyOffline(page)
  await server.kill()
  await phone.setOffline(true)

  const afi = await sign(page, AFI)
  await page.reload()
  await sign(page, KODJO)
  await expect(page.getByText('2 envois chiffrés attendent dans cet appareil.')).toBeVisible()
  return { afi }
}

const AFIS = ["joel-paredes | Afi | Mensah | '+22890123456", "manahel-al-otaibi | Afi | Mensah | '+22890123456"]
const KODJOS = ["joel-paredes | Kodjo | Agbéko | '+22891234567", "manahel-al-otaibi | Kodjo | Agbéko | '+22891234567"]

/** Later, at the office: log in, choose the key file, open, save. These rows, once each, and no others. */
async function fileHas(
  expected: readonly string[],
  browser: Browser,
  server: TestServer,
  key: KeyFile,
  file: string,
  errors: string[],
): Promise<void> {
  const office = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' })
  watch(office, errors)
  const page = await office.newPage()
  await logIn(page, server.url)
  const bytes = await openAndSave(page, key, file)
  expect([...bytes.subarray(0, 3)], 'a byte order mark, so that Excel reads the accents').toEqual([0xef, 0xbb, 0xbf])
  const { data } = Papa.parse<Record<string, string>>(bytes.toString('utf8').slice(1), {
    header: true,
    skipEmptyLines: true,
  })
  const rows = data.map((row) => [row.pétition, row.prénom, row.nom, row.téléphone].join(' | ')).sort()
  expect(rows).toEqual([...expected].sort())
  await office.close()
}
