import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { expect, PHONE, readyOffline, test } from './fixtures.ts'
import { openCampaign } from './open-campaign.ts'
import { AFI, KODJO, sendNow, sign } from './people.ts'

// Promise 4: it works where people are. A server that was really killed and a network that is really gone fail differently.

test('after one visit, every page opens and a signature is kept with the network gone', async ({
  context,
  server,
  phone,
}) => {
  await openCampaign(server)
  await phone.reload()
  await readyOffline(phone)
  await context.setOffline(true)

  for (const path of [
    '/',
    '/en',
    '/p/joel-paredes',
    '/en/p/manahel-al-otaibi',
    '/p/maryia-kalesnikava',
    '/retrait',
    '/envois',
  ]) {
    await phone.goto(server.url + path)
    await expect(phone.getByRole('heading', { level: 1 })).toBeVisible()
  }
  await phone.goto(`${server.url}/p/published-since`)
  await expect(phone.getByRole('heading', { name: 'Vous êtes hors ligne' })).toBeVisible()
  await phone.goto(`${server.url}/p/joel-paredes`)
  await sign(phone, AFI)
  await phone.reload()
  await expect(phone.getByText('1 envoi chiffré attend dans cet appareil.')).toBeVisible()
  const [mark, pill] = await Promise.all(
    [phone.locator('.top-brand'), phone.locator('.top-bar .pill')].map((it) => it.boundingBox()),
  )
  expect(
    mark && pill && pill.x - (mark.x + mark.width),
    'what is said of the network stands beside the mark',
  ).toBeGreaterThan(4)
  expect(mark && pill && Math.abs(pill.y + pill.height / 2 - mark.y - mark.height / 2), 'in one row').toBeLessThan(8)

  await context.setOffline(false)
  await expect.poll(() => server.counts(), { timeout: 30_000 }).toMatchObject({ 'joel-paredes': 1 })
  await expect(phone.getByText('Votre envoi est arrivé.')).toBeVisible()
})

test('a signature outlives reloads and a restarted browser while the server is dead', async ({
  server,
  launchOptions,
}) => {
  await openCampaign(server)
  const profile = await mkdtemp(join(tmpdir(), 'paraphe-profile-'))
  const launch = () => chromium.launchPersistentContext(profile, { ...launchOptions, locale: 'fr-FR', viewport: PHONE })
  try {
    const before = await launch()
    const page = before.pages()[0] ?? (await before.newPage())
    await page.goto(server.url)
    await readyOffline(page)
    await server.kill()
    await page.reload()
    await sign(page, AFI)
    await page.reload()
    await expect(page.getByText('1 envoi chiffré attend dans cet appareil.')).toBeVisible()
    await before.close()

    const after = await launch()
    const again = await after.newPage()
    await again.goto(server.url)
    await expect(again.getByText('1 envoi chiffré attend dans cet appareil.')).toBeVisible()
    await sign(again, KODJO)
    await server.start()
    await sendNow(again)
    await expect.poll(() => server.counts()).toMatchObject({ 'joel-paredes': 2, 'manahel-al-otaibi': 2 })
    await after.close()
  } finally {
    await rm(profile, { recursive: true, force: true })
  }
})

test('a campaign without a key says so kindly and cannot be signed; with one it can', async ({ server, phone }) => {
  await expect(phone.getByText('Les signatures ouvrent bientôt')).toBeVisible()
  await expect(phone.getByLabel('Prénom', { exact: true })).toHaveCount(0)
  await openCampaign(server)
  await phone.reload()
  await expect(phone.getByLabel('Prénom', { exact: true })).toBeVisible()
})
