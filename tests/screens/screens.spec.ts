import { logIn, makeKey, setUp } from '../journeys/coordinator.ts'
import { expect, type Page, PHONE, readyOffline, TABLET, test } from '../journeys/fixtures.ts'
import { openCampaign } from '../journeys/open-campaign.ts'
import { AFI, fillForm, submit, thanks } from '../journeys/people.ts'

const FOLDER = 'test-results/screens'

/** The window as a person sees it, and the whole page. */
async function picture(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(400)
  await page.screenshot({ path: `${FOLDER}/${name}.png` })
}
const whole = (page: Page, name: string) => page.screenshot({ path: `${FOLDER}/${name}-whole.png`, fullPage: true })

for (const scheme of ['light', 'dark'] as const) {
  for (const [sizeName, size] of Object.entries({ phone: PHONE, tablet: TABLET })) {
    test(`public, ${sizeName}, ${scheme}`, async ({ server, phone }) => {
      const at = (name: string) => `${sizeName}-${scheme}-${name}`
      await phone.setViewportSize(size)
      await phone.emulateMedia({ colorScheme: scheme })
      await phone.reload()
      await picture(phone, at('01-no-key'))
      await openCampaign(server)
      await phone.goto(server.url)
      await phone.getByLabel('Prénom', { exact: true }).waitFor()
      await picture(phone, at('02-home'))
      await whole(phone, at('02-home'))
      await phone.goto(`${server.url}/p/manahel-al-otaibi`)
      await phone.getByLabel('Prénom', { exact: true }).waitFor()
      await picture(phone, at('03-case'))
      await whole(phone, at('03-case'))
      await phone.goto(`${server.url}/en/p/maryia-kalesnikava`)
      await picture(phone, at('04-won'))
      await whole(phone, at('04-won'))
      await phone.goto(`${server.url}/p/joel-paredes#signer`)
      await phone.getByLabel('Prénom', { exact: true }).fill('Afi')
      await submit(phone)
      await picture(phone, at('05-errors'))
      await fillForm(phone, AFI)
      await picture(phone, at('06-filled'))
      await readyOffline(phone)
      await phone.context().setOffline(true)
      await submit(phone)
      await thanks(phone, AFI)
      await phone.waitForTimeout(1500)
      await picture(phone, at('07-thanks'))
      await phone.getByRole('button', { name: 'Terminé' }).click()
      await expect(phone.getByText('1 signature attend dans ce téléphone.')).toBeVisible()
      await picture(phone, at('08-waiting'))
      await phone.context().setOffline(false)
      await phone.goto(`${server.url}/retrait`)
      await picture(phone, at('09-withdraw'))
      await phone.goto(`${server.url}/nowhere`)
      await picture(phone, at('10-not-found'))
    })
  }

  test(`console, ${scheme}`, async ({ server, phone: office }, info) => {
    const at = (name: string) => `console-${scheme}-${name}`
    await office.setViewportSize({ width: 1280, height: 800 })
    await office.emulateMedia({ colorScheme: scheme })
    await office.goto(server.setupLink)
    await office.getByLabel('Votre nom').waitFor()
    await picture(office, at('01-set-up'))
    await setUp(office, server.setupLink)
    await picture(office, at('02-overview'))
    await office.getByRole('link', { name: 'Créer la clé' }).click()
    await picture(office, at('03-ceremony'))
    await office.goBack()
    await makeKey(office, info.outputPath('key.age'))
    await picture(office, at('04-key-in-use'))
    await office.context().clearCookies()
    await logIn(office, server.url)
    await picture(office, at('05-overview'))
    await office.getByRole('link', { name: 'Ouvrir et exporter' }).first().click()
    await picture(office, at('06-open'))
    await office.setViewportSize(PHONE)
    await picture(office, at('07-open-phone'))
  })
}
