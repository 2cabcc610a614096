import { readFile } from 'node:fs/promises'
import decodeQR from 'qr/decode.js'
import { open } from '../../protocol/opening.ts'
import { expect, type Page, PHONE, readyOffline, test } from './fixtures.ts'
import { openCampaign } from './open-campaign.ts'
import { AFI, fillForm, receiptCode, submit, thanks } from './people.ts'
import { received } from './received.ts'

// After signing: what can be done while the thank-you is open.

/** The text of the QR code in a picture, as a phone's camera reads it: at a third of its size. */
async function squareIn(page: Page, png: Buffer): Promise<string> {
  const { width, height, dark } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (it) => it.charCodeAt(0))
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const [width, height] = [Math.round(picture.width / 3), Math.round(picture.height / 3)]
    const pen = new OffscreenCanvas(width, height).getContext('2d') as OffscreenCanvasRenderingContext2D
    pen.drawImage(picture, 0, 0, width, height)
    const { data } = pen.getImageData(0, 0, width, height)
    const dark = Array.from({ length: width * height }, (_, n) => ((data[4 * n] as number) < 128 ? '1' : '0')).join('')
    return { width, height, dark }
  }, png.toString('base64'))
  const data = Uint8Array.from([...dark].flatMap((it) => (it === '1' ? [0, 0, 0, 255] : [255, 255, 255, 255])))
  return decodeQR({ width, height, data })
}

/** Playwright would wait for a document. */
const back = (page: Page) => page.evaluate(() => history.back())

test('the remaining case is signed in one tap without a network, under the same receipt', async ({
  context,
  server,
  phone,
}) => {
  const { opening, cookie } = await openCampaign(server)
  await phone.goto(`${server.url}/p/joel-paredes`)
  await readyOffline(phone)
  await context.setOffline(true)
  await fillForm(phone, AFI)
  await phone.getByRole('checkbox', { name: /^Recevoir des nouvelles/ }).check()
  const email = phone.getByLabel('Adresse e-mail')
  await expect(email, 'stands where the wish was ticked').toBeInViewport()
  await email.fill('afi@exemple.org')
  await submit(phone)
  await thanks(phone, AFI)
  const dialog = phone.getByRole('dialog')
  const code = await receiptCode(phone)
  await expect(
    dialog.getByText('Manahel al-Otaibi · Elle défendait', { exact: false }),
    'for whom one signs',
  ).toBeVisible()
  await dialog.getByRole('button', { name: 'Signer aussi celle-ci' }).click()
  await expect(dialog.getByText('Vos 2 signatures sont enregistrées dans ce téléphone.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^Signer aussi/ })).toHaveCount(0)
  expect(await receiptCode(phone)).toBe(code)

  await context.setOffline(false)
  await expect(dialog.getByText('Vos 2 signatures sont arrivées')).toBeVisible({ timeout: 30_000 })
  const all = await received(server, cookie)
  expect(all.map((it) => it.petitions).sort()).toEqual([['joel-paredes'], ['manahel-al-otaibi']])
  expect(new Set(all.map((it) => it.withdrawTag)).size).toBe(1)
  const [one, other] = await Promise.all(all.map((it) => open(it, opening)))
  expect(other).toMatchObject({ person: { firstName: 'Afi', email: 'afi@exemple.org' }, consents: one?.consents })
})

test('nobody loses the receipt by “back”; it is saved as a picture, and printed alone', async ({
  browser,
  server,
}, info) => {
  await openCampaign(server)
  const context = await browser.newContext({ viewport: PHONE, hasTouch: true, isMobile: true, locale: 'fr-FR' })
  const phone = await context.newPage()
  await phone.goto(`${server.url}/p/joel-paredes`)
  await fillForm(phone, AFI)
  await submit(phone)
  await thanks(phone, AFI)
  const save = phone.getByRole('button', { name: 'Enregistrer le reçu' })
  await expect(save).toBeVisible()
  await back(phone)
  await expect(phone.getByText('Votre reçu n’est gardé nulle part')).toBeVisible()
  const code = await receiptCode(phone)

  const download = phone.waitForEvent('download')
  await save.tap()
  const file = await download
  expect(file.suggestedFilename()).toBe('recu-paraphe.png')
  const path = info.outputPath('receipt.png')
  await file.saveAs(path)
  const link = `${server.url}/retrait#ecrire-pour-les-droits-2024.${code}`
  expect(await squareIn(phone, await readFile(path))).toBe(link)
  await expect(phone.getByRole('button', { name: 'Reçu enregistré' })).toBeVisible()

  const pdf = await phone.pdf({ path: info.outputPath('receipt.pdf'), format: 'A4' })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
  await phone.emulateMedia({ media: 'print' })
  await expect(phone.getByText('Qui a ce code peut le faire à votre place.')).toBeVisible()
  await expect(phone.getByRole('dialog').locator('.code')).toBeVisible()
  await expect(phone.getByRole('button', { name: 'Terminé' })).toBeHidden()
  await expect(phone.getByText(`Merci, ${AFI.firstName}.`)).toBeHidden()
  await phone.emulateMedia({ media: 'screen' })

  await back(phone)
  await expect(phone.getByRole('dialog')).toHaveCount(0)
  expect(new URL(phone.url()).pathname).toBe('/p/joel-paredes')
  await context.close()
})
