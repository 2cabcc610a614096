import { readFile } from 'node:fs/promises'
import { expect, PHONE, readyOffline, test, watch } from './fixtures.ts'
import { CAMPAIGN, openCampaign } from './open-campaign.ts'
import { AFI, KODJO, sign } from './people.ts'

// It is yours: by the receipt's code, from any device, with or without network, before or after delivery.

test.describe.configure({ timeout: 120_000 })

test('withdrawn without network before delivery: nothing of it ever counts, though a late copy was handed off', async ({
  browser,
  server,
}) => {
  const errors: string[] = []
  await openCampaign(server)
  const field = await browser.newContext({ viewport: PHONE, locale: 'fr-FR', acceptDownloads: true })
  watch(field, errors)
  const page = await field.newPage()
  await page.goto(server.url)
  await readyOffline(page)
  await field.setOffline(true)
  const code = await sign(page, AFI)
  await sign(page, KODJO)

  await page.getByRole('link', { name: 'Envois de cet appareil' }).first().click()
  await page.getByRole('button', { name: 'Préparer le fichier' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Enregistrer le fichier' })).toBeFocused()
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  await expect(page.getByText(`Demandé au navigateur : ${download.suggestedFilename()}.`)).toBeVisible()
  const copy = await readFile(await download.path())

  await page.getByRole('link', { name: 'Retirer ma signature' }).click()
  await page.getByLabel('Le code de votre reçu').fill(code)
  await page.getByRole('button', { name: 'Retirer ma signature' }).click()
  const answer = page.getByText('Votre retrait est gardé ici')
  await expect(page.getByText('2 signatures retirées.')).toBeVisible()
  await expect(answer).toBeVisible({ timeout: 15_000 })
  await expect(page.locator(':focus'), 'the answer has the focus').toContainText('Votre retrait est gardé ici')
  const held = page.getByRole('complementary', { name: 'Ce que cet appareil garde' })
  await expect(held, 'nothing speaks of what was sent over what was taken back').toHaveCount(0)
  await page.locator('.top-brand').click()
  await expect(held).toBeVisible()
  await page.goto(`${server.url}/envois`)
  await expect(page.getByText('Un retrait attend le réseau')).toBeVisible()
  const sums = () => page.getByRole('region', { name: 'Le compte' }).locator('dd').allInnerTexts()
  await expect.poll(sums).toEqual(['2', '1', '0', '0', '1'])

  await field.setOffline(false)
  await page.getByRole('button', { name: 'Vérifier auprès du serveur' }).click()
  await expect.poll(sums).toEqual(['2', '0', '1', '0', '1'])
  await expect(page.getByText('Un retrait attend le réseau')).toHaveCount(0)
  expect(await server.counts()).toMatchObject({ 'joel-paredes': 1, 'manahel-al-otaibi': 1 })

  await page.getByLabel('Le fichier de remise').setInputFiles({
    name: 'remise.paraphe.txt',
    mimeType: 'text/plain',
    buffer: copy,
  })
  await expect(page.getByText('Le fichier est passé')).toBeVisible()
  await expect(page.getByText('retirés par leur signataire')).toBeVisible()
  expect(await server.counts(), 'a late copy brings nothing back').toMatchObject({ 'joel-paredes': 1 })
  expect(errors).toEqual([])
})

test('withdrawn after delivery, on another phone, from the link in the receipt’s QR code: the count falls', async ({
  browser,
  phone,
  server,
}) => {
  await openCampaign(server)
  await phone.reload()
  const code = await sign(phone, AFI)
  await expect.poll(() => server.counts(), { timeout: 20_000 }).toMatchObject({ 'joel-paredes': 1 })

  const other = await browser.newContext({ viewport: PHONE, locale: 'fr-FR' })
  const errors: string[] = []
  watch(other, errors)
  const page = await other.newPage()
  await page.goto(`${server.url}/retrait#${CAMPAIGN}.${code}`)
  expect(new URL(page.url()).hash, 'the code leaves the address').toBe('')
  await page.getByRole('button', { name: 'Retirer ma signature' }).click()
  await expect(page.getByText('C’est fait')).toBeVisible()
  expect(await server.counts()).toMatchObject({ 'joel-paredes': 0, 'manahel-al-otaibi': 0 })
  expect(errors).toEqual([])
})
