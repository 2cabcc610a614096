import { readFile, writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { logIn } from './coordinator.ts'
import { expect, PHONE, readyOffline, test, watch } from './fixtures.ts'
import { openCampaign } from './open-campaign.ts'
import { AFI, KODJO, sign } from './people.ts'

// A phone that has no network hands its signatures over as a file; whoever has one brings them in.

test.describe.configure({ timeout: 120_000 })

const save = async (page: Page, path: string): Promise<string> => {
  await page.getByRole('button', { name: 'Préparer le fichier' }).click()
  await expect(page.getByText('Fichier prêt : 2 envois')).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Enregistrer le fichier' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^paraphe-remise-\d{4}-\d\d-\d\d-\d{4}\.paraphe\.txt$/)
  await download.saveAs(path)
  return path
}
const sums = (page: Page) => page.getByRole('region', { name: 'Le compte' }).locator('dd').allInnerTexts()

test('handed off by a phone without network, brought in by another phone and by the console', async ({
  browser,
  server,
}, info) => {
  const errors: string[] = []
  await openCampaign(server)
  const field = await browser.newContext({ viewport: PHONE, locale: 'fr-FR', acceptDownloads: true })
  watch(field, errors)
  const phone = await field.newPage()
  await phone.goto(server.url)
  await readyOffline(phone)
  await field.setOffline(true)
  await sign(phone, AFI)
  await sign(phone, KODJO)
  await phone.getByRole('link', { name: 'Envois de cet appareil' }).first().click()
  await expect.poll(() => sums(phone)).toEqual(['2', '2', '0', '0', '0'])
  await expect(phone.getByText('Le serveur n’a encore rien confirmé à cet appareil.')).toBeVisible()
  const file = await save(phone, info.outputPath('remise.paraphe.txt'))
  expect(await sums(phone), 'nothing is marked as sent').toEqual(['2', '2', '0', '0', '0'])

  const carrier = await browser.newContext({ viewport: PHONE, locale: 'fr-FR' })
  watch(carrier, errors)
  const other = await carrier.newPage()
  await other.goto(`${server.url}/envois`)
  await readyOffline(other)
  const text = await readFile(file, 'utf8')
  const damaged = info.outputPath('damaged.txt')
  await writeFile(damaged, text.slice(0, -40))
  await other.getByLabel('Le fichier de remise').setInputFiles(damaged)
  await expect(other.getByText('Ce fichier de remise est abîmé ou incomplet. Rien n’en a été pris.')).toBeVisible()
  await other.getByLabel('Le fichier de remise').setInputFiles({
    name: 'photo.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  })
  await expect(other.getByText('Ce fichier n’est pas un fichier de remise de Paraphe.')).toBeVisible()
  expect(await server.counts()).toMatchObject({ 'joel-paredes': 0 })

  await carrier.setOffline(true)
  await other.getByLabel('Le fichier de remise').setInputFiles(file)
  // Its browser knows that there is no network, so nobody is kept waiting for four tries.
  await expect(other.getByText('L’envoi s’est arrêté')).toBeVisible()
  await carrier.setOffline(false)
  await other.getByRole('button', { name: 'Reprendre' }).click()
  await expect(other.getByText('Le fichier est passé')).toBeVisible()
  expect(await server.counts()).toMatchObject({ 'joel-paredes': 2, 'manahel-al-otaibi': 2 })

  const office = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' })
  watch(office, errors)
  const desk = await office.newPage()
  await logIn(desk, server.url)
  await desk.getByRole('link', { name: 'Fichier d’un appareil' }).click()
  await desk.getByLabel('Le fichier de remise').setInputFiles(file)
  await expect(desk.getByText('Le fichier est passé')).toBeVisible()
  await expect(desk.getByText('déjà là')).toBeVisible()
  expect(await server.counts(), 'twice changes nothing').toMatchObject({ 'joel-paredes': 2, 'manahel-al-otaibi': 2 })

  await field.setOffline(false)
  await phone.getByRole('button', { name: 'Vérifier auprès du serveur' }).click()
  await expect
    .poll(() => sums(phone), { message: 'the phone learns from the server itself' })
    .toEqual(['2', '0', '2', '0', '0'])
  await expect(phone.getByText(/^Dernière réponse du serveur/)).toBeVisible()
  await expect(phone.getByText(/^Fichier prêt/), 'nobody need carry it any more').toHaveCount(0)
  await expect(phone.getByText('Rien n’attend ici', { exact: false })).toBeVisible()
  expect(await server.counts()).toMatchObject({ 'joel-paredes': 2, 'manahel-al-otaibi': 2 })
  expect(errors).toEqual([])
})
