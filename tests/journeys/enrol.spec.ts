import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { clean } from './clean.ts'
import { logIn } from './coordinator.ts'
import { expect, type Page, readyOffline, test, watch } from './fixtures.ts'
import { openCampaign } from './open-campaign.ts'
import { type MadeStand, makeStand, revokeTablet, standsOf } from './stands.ts'

// A tablet becomes a stand's, checks itself, and opens, also with no network.

const PIN = '4071'
/** The worker may have to install first, and to fetch all that a stand needs. */
const CHECKED = { timeout: 30_000 }

async function choosePin(page: Page, pin = PIN): Promise<void> {
  await page.getByLabel('Code de l’équipe').fill(pin)
  await page.getByLabel('Le même, encore une fois').fill(pin)
  await page.getByRole('button', { name: 'Garder ce code' }).click()
}

async function enrolByLink(page: Page, { link }: MadeStand): Promise<void> {
  await page.goto(link)
  await page.getByRole('button', { name: 'Oui, les mêmes' }).click()
  await choosePin(page)
  await expect(page.getByRole('button', { name: 'Continuer' })).toBeVisible(CHECKED)
}

test('a tablet is enrolled by its link, checks itself without a network, and opens', async ({
  server,
  phone,
  context,
}) => {
  const { cookie } = await openCampaign(server)
  const made = await makeStand(server, cookie)
  await enrolByLink(phone, made)
  expect(phone.url(), 'the code leaves the address').toBe(`${server.url}/stand`)
  const [view] = (await standsOf(server, cookie)).stands
  expect(view?.devices).toHaveLength(1)

  await readyOffline(phone)
  await context.setOffline(true)
  await phone.reload()
  // Nothing had kept it shut: the stand's own screen, all of it from the cache.
  await expect(phone.getByRole('heading', { name: made.stand.name })).toBeVisible()
  await phone.getByRole('button', { name: 'Vérifier la tablette' }).click()
  await expect(phone.getByText('Une signature d’essai a été scellée, écrite, relue et effacée.')).toBeVisible(CHECKED)
  await expect(phone.getByText('Tout ce qu’il faut au stand est dans la tablette.')).toBeVisible()
  await expect(phone.getByText(/Pas vérifié depuis le/).first()).toBeVisible()
  await phone.getByRole('button', { name: 'Continuer' }).click()
  await phone.getByRole('button', { name: 'Ouvrir le stand' }).click()
  await expect(phone.getByRole('button', { name: 'Toucher pour signer' })).toBeVisible()

  await phone.reload()
  await expect(phone.getByRole('button', { name: 'Toucher pour signer' }), 'still in strangers’ hands').toBeVisible()
  const leave = phone.getByRole('button', { name: /^Pour l’équipe/ })
  await leave.click({ delay: 2500 })
  const pin = phone.getByLabel('Code de l’équipe')
  await pin.fill('9999')
  await pin.press('Enter')
  await expect(phone.getByText('Ce n’est pas le code.')).toBeVisible()
  await clean(phone, 'the PIN asked')
  await pin.fill(PIN)
  await pin.press('Enter')
  await expect(phone.getByRole('heading', { name: made.stand.name })).toBeVisible()

  await context.setOffline(false)
  await revokeTablet(server, cookie, made.stand, view?.devices[0]?.device ?? '')
  await phone.reload()
  await expect(phone.getByText('La coordination a retiré cette tablette')).toBeVisible()
  await expect(phone.getByRole('button', { name: 'Ouvrir le stand' })).toHaveCount(0)
  await clean(phone, 'the menu of a revoked tablet')

  await logIn(phone, server.url)
  await phone.getByRole('link', { name: 'Ouvrir et exporter' }).first().click()
  await expect(phone.getByText('Pas sur la tablette d’un stand')).toBeVisible()
  await expect(phone.getByLabel('Fichier de clé')).toHaveCount(0)
})

test('a code is typed, and what is wrong with it is said in words', async ({ server, phone }) => {
  const { cookie } = await openCampaign(server)
  const { code, stand } = await makeStand(server, cookie, { tablets: 1 })
  await phone.goto(`${server.url}/stand`)
  const typed = phone.getByLabel('Ou écrivez le code de la carte')
  const go = phone.getByRole('button', { name: 'Continuer' })
  await go.click()
  await expect(phone.getByText('Écrivez le code qui est sur la carte.')).toBeVisible()
  await typed.fill('7KQF')
  await typed.press('Enter')
  await expect(phone.getByText('Ce n’est pas un code de stand')).toBeVisible()
  await clean(phone, 'a code that is none')
  await typed.fill('0000-0000-0000')
  await typed.press('Enter')
  await expect(phone.getByText('Ce code n’est pas connu ici.')).toBeVisible()
  // Without a camera in this browser, the way on is to type.
  await phone.getByRole('button', { name: 'Scanner le code' }).click()
  await expect(phone.getByText(/La caméra ne répond pas/)).toBeVisible()

  await phone.context().setOffline(true)
  await typed.fill(code)
  await typed.press('Enter')
  await expect(phone.getByText(/L’inscription a besoin du réseau/)).toBeVisible()
  await phone.context().setOffline(false)
  await phone.reload()
  await phone.getByRole('button', { name: 'La reprendre' }).click()
  await expect(phone.getByRole('list', { name: 'Les six mots de la campagne' }).getByRole('listitem')).toHaveCount(6)
  await clean(phone, 'the words')
  await phone.getByRole('button', { name: 'Oui, les mêmes' }).click()
  await clean(phone, 'the PIN chosen')
  await choosePin(phone, '1234')
  await expect(phone.getByText('Ce code se devine au premier essai.')).toBeVisible()
  await choosePin(phone)
  await expect(phone.getByText('Une signature d’essai a été scellée, écrite, relue et effacée.')).toBeVisible(CHECKED)
  await clean(phone, 'the check')
  await phone.getByRole('button', { name: 'Continuer' }).click()
  await expect(phone.getByRole('heading', { name: stand.name })).toBeVisible()
  await clean(phone, 'the menu')
  await phone.getByRole('button', { name: 'English' }).click()
  await expect(phone.getByRole('button', { name: 'Open the stand' })).toBeVisible()
})

test('a card’s code is scanned by the camera', async ({ server, launchOptions }) => {
  const { cookie } = await openCampaign(server)
  const { link, stand } = await makeStand(server, cookie)
  const film = join(tmpdir(), `paraphe-card-${server.port}.mjpeg`)
  const errors: string[] = []
  const drawing = await chromium.launch(launchOptions)
  await writeFile(film, await filmOf(await drawing.newPage(), link))
  await drawing.close()
  const browser = await chromium.launch({
    ...launchOptions,
    args: [
      ...(launchOptions.args ?? []),
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  })
  try {
    const context = await browser.newContext({ locale: 'fr-FR', permissions: ['camera'] })
    watch(context, errors)
    const page = await context.newPage()
    await page.goto(`${server.url}/stand`)
    await page.getByRole('button', { name: 'Scanner le code' }).click()
    await expect(page.getByText(stand.name)).toBeVisible({ timeout: 30_000 })
    await expect(page.getByRole('button', { name: 'Oui, les mêmes' })).toBeVisible()
    await page.getByRole('button', { name: 'Non', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'N’utilisez pas cette tablette' })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Inscrire cette tablette' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'La reprendre' })).toHaveCount(0)
  } finally {
    await browser.close()
    await rm(film, { force: true })
  }
  expect(errors).toEqual([])
})

/** What a camera sees of the card: one still picture, as a film of JPEGs. */
async function filmOf(page: Page, text: string): Promise<Buffer> {
  const { encodeQR } = await import('qr')
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 6 })
  await page.setViewportSize({ width: 640, height: 480 })
  const size = Math.floor(440 / modules.length)
  const picture = await page.evaluate(
    ({ modules, size }) => {
      const canvas = document.createElement('canvas')
      canvas.width = 640
      canvas.height = 480
      const pen = canvas.getContext('2d')
      if (!pen) throw new Error('no canvas')
      pen.fillStyle = '#fff'
      pen.fillRect(0, 0, 640, 480)
      pen.fillStyle = '#000'
      modules.forEach((row, y) => {
        row.forEach((dark, x) => {
          if (dark) pen.fillRect(100 + x * size, 20 + y * size, size, size)
        })
      })
      return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? ''
    },
    { modules, size },
  )
  return Buffer.from(picture, 'base64')
}
