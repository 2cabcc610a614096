import { statSync } from 'node:fs'
import { fillOutbox } from './fill-outbox.ts'
import { expect, PHONE, readyOffline, test, watch } from './fixtures.ts'
import { openCampaign, sealedSignature } from './open-campaign.ts'
import { countHeld } from './received.ts'

// A whole campaign in one tablet that never saw a network leaves it as one file.

const MANY = process.env.PARAPHE_LONG ? 20_000 : 2_000

test.describe.configure({ timeout: 240_000 })

test(`an outbox of ${MANY} is handed over as one file`, async ({ browser, server }, info) => {
  const errors: string[] = []
  const { cookie } = await openCampaign(server)
  const sample = await sealedSignature(server)
  const field = await browser.newContext({ viewport: PHONE, locale: 'fr-FR', acceptDownloads: true })
  watch(field, errors)
  const page = await field.newPage()
  await page.goto(`${server.url}/envois`)
  await page.getByText('Rien n’attend ici').waitFor()
  await readyOffline(page)
  await field.setOffline(true)
  await fillOutbox(page, sample, MANY)
  await page.reload()
  const prepare = page.getByRole('button', { name: 'Préparer le fichier' })
  await prepare.waitFor()
  let began = Date.now()
  await prepare.click()
  await expect(page.getByText(new RegExp(`${MANY / 1000}\\s000 envois, `))).toBeVisible({ timeout: 120_000 })
  const prepared = Date.now() - began
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Enregistrer le fichier' }).click(),
  ])
  const file = info.outputPath('remise.paraphe.txt')
  await download.saveAs(file)
  await field.close()

  const carrier = await browser.newContext({ viewport: PHONE, locale: 'fr-FR' })
  watch(carrier, errors)
  const other = await carrier.newPage()
  await other.goto(`${server.url}/envois`)
  began = Date.now()
  await other.getByLabel('Le fichier de remise').setInputFiles(file)
  await expect(other.getByText('Le fichier est passé')).toBeVisible({ timeout: 180_000 })
  const taken = Date.now() - began
  // What no tablet vouches for, and comes in such numbers, is looked at first.
  expect(await server.counts()).toMatchObject({ 'joel-paredes': 0 })
  await countHeld(server, cookie)
  expect(await server.counts()).toMatchObject({ 'joel-paredes': MANY })
  const seconds = (ms: number) => Number((ms / 1000).toFixed(1))
  const mb = Number((statSync(file).size / 1e6).toFixed(1))
  console.log(JSON.stringify({ name: 'hand-off', mb, prepare_s: seconds(prepared), take_in_s: seconds(taken) }))
  await carrier.close()
  expect(errors).toEqual([])
})
