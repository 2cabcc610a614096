import { expect, type Page, readyOffline, TABLET, test } from './fixtures.ts'
import { MortalBrowser } from './mortal-browser.ts'
import { openCampaign } from './open-campaign.ts'
import { outboxRows } from './outbox-rows.ts'
import { beginSheet, keyIn, lines } from './paper-hands.ts'
import { filesIn, marksIn } from './search-bytes.ts'
import { openScreen } from './stand-in-page.ts'

/** What the origin can still see of itself. */
const seen = (page: Page) =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    entries: localStorage.length + sessionStorage.length,
    cookie: document.cookie,
  }))

const givePin = (page: Page) => page.evaluate(() => Object.assign(globalThis, { pin: true }))

test('the tally never falls, the day ends with what waits, and a tablet is emptied to the last byte', async ({
  server,
  launchOptions,
}) => {
  await openCampaign(server)
  const browser = await MortalBrowser.create(launchOptions)
  const { context } = await browser.launch()
  const tablet = await context.newPage()
  await tablet.setViewportSize(TABLET)
  await tablet.goto(server.url)
  await readyOffline(tablet)
  const toServer = '**/api/v1/batches/**'
  await context.route(toServer, (route) => route.abort())

  await openScreen(tablet, server, 'paper')
  await beginSheet(tablet, '1')
  for (const line of lines(3)) await keyIn(tablet, line)
  await expect(tablet.getByText('Ligne 3 gardée.')).toBeVisible()

  await openScreen(tablet, server, 'tally')
  await expect(tablet.locator('.tally-sum')).toHaveText('6 signatures')
  await expect(tablet.getByRole('row', { name: 'Joel Paredes' })).toHaveText(/Joel Paredes\s*3\s*3/)
  await context.unroute(toServer)
  await tablet.getByRole('button', { name: 'Vérifier auprès du serveur' }).click()
  await expect.poll(() => server.counts()).toMatchObject({ 'joel-paredes': 3 })
  await expect(tablet.locator('.sums > div').nth(2), 'arrived').toHaveText(/arrivés au serveur\s*3/)
  await expect(tablet.locator('.tally-sum'), 'delivered, and still counted').toHaveText('6 signatures')

  await context.route(toServer, (route) => route.abort())
  await openScreen(tablet, server, 'paper')
  await beginSheet(tablet, '2')
  for (const line of lines(2)) await keyIn(tablet, line)
  await expect(tablet.getByText('Ligne 2 gardée.')).toBeVisible()

  await openScreen(tablet, server, 'day')
  await expect(tablet.getByText('2 envois attendent encore ici')).toBeVisible()
  const marks = (await outboxRows(tablet)).map(({ id }) => id)
  expect(marks).toHaveLength(5)
  const inProfile = async () => (await filesIn(browser.profile)).flatMap(({ bytes }) => marksIn(bytes, marks))
  expect(new Set(await inProfile()).size, 'the search sees what is there').toBe(5)

  // A try that changes nothing says so, each time.
  await context.setOffline(true)
  for (const button of ['Envoyer maintenant', 'Vérifier auprès du serveur']) {
    await tablet.getByRole('button', { name: button }).click()
    await expect(tablet.getByRole('status').filter({ hasText: /^Essayé à .* Pas de réseau/ })).toHaveCount(
      button === 'Envoyer maintenant' ? 1 : 2,
    )
  }
  await expect(tablet.getByText(/Essayé à .* se fera tout seul.*Dernière réponse du serveur/)).toBeVisible()
  await context.setOffline(false)

  await tablet.getByRole('button', { name: 'Tout retirer…' }).click()
  await expect(tablet.getByText('2 envois qui attendent'), 'says what would be lost').toBeVisible()
  await expect(tablet.getByText('Ce qui serait perdu')).toBeVisible()
  await tablet.getByRole('button', { name: 'Préparer le fichier' }).click()
  const download = tablet.waitForEvent('download')
  await tablet.getByRole('button', { name: 'Enregistrer le fichier' }).click()
  await (await download).delete()
  await expect(tablet.getByText(/Le fichier de remise du .* en porte 2\. Il n’est pas encore remis/)).toBeVisible()
  await expect(tablet.getByText('Pas encore arrivé au serveur')).toBeVisible()
  const remove = tablet.getByRole('button', { name: 'Tout retirer', exact: true })
  await remove.click()
  await expect(tablet.getByText(/Rien n’a été retiré/)).toBeVisible()
  await givePin(tablet)
  await remove.click()
  await expect(tablet.getByRole('dialog', { name: 'Ne garder que le fichier' })).toBeVisible()
  await tablet.getByRole('button', { name: 'Les garder' }).click()
  expect(await outboxRows(tablet), 'nobody has said yes twice').toHaveLength(5)
  await remove.click()
  await tablet.getByRole('dialog').getByRole('button', { name: 'Tout retirer' }).click()

  await expect(tablet.getByRole('heading', { name: 'Cette tablette est vide' })).toBeFocused({ timeout: 30_000 })
  expect(await seen(tablet)).toEqual({ databases: 0, caches: 0, workers: 0, entries: 0, cookie: '' })
  await context.close()
  expect(await inProfile()).toEqual([])
  await browser.remove()
})

test('without network a tablet is emptied too, and says so in the page that is left', async ({
  server,
  phone: tablet,
}) => {
  await openCampaign(server)
  await tablet.setViewportSize(TABLET)
  await readyOffline(tablet)
  await openScreen(tablet, server, 'day')
  await expect(tablet.getByText('Rien n’a encore été gardé')).toBeVisible()
  await tablet.context().setOffline(true)
  await givePin(tablet)
  await tablet.getByRole('button', { name: 'Tout retirer…' }).click()
  await expect(tablet.getByText('Rien ne serait perdu')).toBeVisible()
  await tablet.getByRole('button', { name: 'Tout retirer', exact: true }).click()
  await expect(tablet.getByRole('heading', { name: 'Cette tablette est vide' })).toBeFocused({ timeout: 30_000 })
  // What would write again, writes now: the page's own clocks and the network's return.
  await tablet.context().setOffline(false)
  await tablet.evaluate(() => dispatchEvent(new Event('online')))
  await tablet.waitForTimeout(500)
  expect(await seen(tablet)).toEqual({ databases: 0, caches: 0, workers: 0, entries: 0, cookie: '' })
})
