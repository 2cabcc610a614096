import { clean } from './clean.ts'
import { logIn } from './coordinator.ts'
import { expect, type Page, readyOffline, test } from './fixtures.ts'
import { CHECKED, choosePin, PIN } from './kiosk-hands.ts'
import { openCampaign } from './open-campaign.ts'
import { publishPhoto } from './photo.ts'
import { type MadeStand, makeStand, revokeTablet, standsOf } from './stands.ts'

// A tablet becomes a stand's, checks itself, and opens, also with no network.

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
  await publishPhoto(server, cookie, 'joel-paredes')
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
  const face = phone.getByRole('button', { name: /^Signer pour Joel Paredes/ }).locator('img')
  await expect.poll(() => face.evaluate((it: HTMLImageElement) => it.naturalWidth), 'his photograph').toBe(800)

  await phone.reload()
  await expect(phone.getByRole('button', { name: 'Toucher pour signer' }), 'still in strangers’ hands').toBeVisible()
  await context.setOffline(false)
  await revokeTablet(server, cookie, made.stand, view?.devices[0]?.device ?? '')
  await phone.reload()
  await expect(phone.getByText('La coordination a retiré cette tablette')).toBeVisible()
  await expect(phone.getByRole('button', { name: 'Toucher pour signer' }), 'nobody signs there any more').toHaveCount(0)
  await clean(phone, 'the kiosk of a revoked tablet')
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
  const { code, stand } = await makeStand(server, cookie, { tablets: 2 })
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
  await phone.getByRole('button', { name: 'Non', exact: true }).click()
  await expect(phone.getByRole('heading', { name: 'N’utilisez pas cette tablette' })).toBeVisible()
  await phone.reload()
  await expect(phone.getByRole('heading', { name: 'Inscrire cette tablette' })).toBeVisible()
  await expect(phone.getByRole('button', { name: 'La reprendre' })).toHaveCount(0)
  await typed.fill(code)
  await typed.press('Enter')
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
