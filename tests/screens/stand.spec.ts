import { expect, type Page, readyOffline, test } from '../journeys/fixtures.ts'
import { openCampaign } from '../journeys/open-campaign.ts'
import { makeStand } from '../journeys/stands.ts'

// A tablet's way from its card to the first signature, at the sizes that stands use.

const SIZES = {
  phone: { width: 360, height: 740 },
  tall: { width: 820, height: 1180 },
  wide: { width: 1180, height: 820 },
}
const FOLDER = 'test-results/screens'

for (const scheme of ['light', 'dark'] as const)
  for (const [name, size] of Object.entries(SIZES))
    test(`stand, ${name}, ${scheme}`, async ({ server, phone: tablet }) => {
      test.setTimeout(180_000)
      const picture = async (what: string) => {
        await tablet.waitForTimeout(400)
        await tablet.screenshot({ path: `${FOLDER}/stand-${name}-${scheme}-${what}.png` })
      }
      const next = () => button(tablet, 'Continuer').click()
      const { cookie } = await openCampaign(server)
      const { link } = await makeStand(server, cookie)
      await tablet.addInitScript(() => {
        Element.prototype.requestFullscreen = () => Promise.reject(new DOMException('', 'NotAllowedError'))
      })
      await tablet.setViewportSize(size)
      await tablet.emulateMedia({ colorScheme: scheme })
      await tablet.goto(`${server.url}/stand`)
      await tablet.getByLabel('Ou écrivez le code de la carte').waitFor()
      await picture('01-enrol')
      await tablet.goto(link)
      await button(tablet, 'Oui, les mêmes').waitFor()
      await picture('02-words')
      await button(tablet, 'Oui, les mêmes').click()
      await tablet.getByLabel('Code de l’équipe').fill('4071')
      await tablet.getByLabel('Le même, encore une fois').fill('4071')
      await picture('03-pin')
      await button(tablet, 'Garder ce code').click()
      await expect(button(tablet, 'Continuer')).toBeVisible({ timeout: 40_000 })
      await picture('04-check')
      await next()
      await button(tablet, 'Ouvrir le stand').waitFor()
      await picture('05-menu')
      await readyOffline(tablet)
      await button(tablet, 'Ouvrir le stand').click()
      await button(tablet, 'Toucher pour signer').waitFor()
      await picture('06-idle')
      await button(tablet, 'Toucher pour signer').click()
      await picture('07-cases')
      await next()
      await tablet.getByLabel('Prénom').fill('Afi')
      await tablet.getByLabel('Nom', { exact: true }).fill('Mensah')
      await picture('08-names')
      await next()
      await tablet.getByLabel('Numéro de téléphone').fill('90 12 34 56')
      await picture('09-reach')
      await next()
      await tablet.getByRole('checkbox', { name: /^Je signe/ }).check()
      await picture('10-consents')
      await tablet.getByRole('button', { name: /^Signer (2|la)/ }).click()
      await tablet.getByRole('heading', { name: 'Merci, Afi.' }).waitFor()
      await tablet.waitForTimeout(1200)
      await picture('11-thanks')
      await tablet.evaluate(() => window.dispatchEvent(new Event('blur')))
      await picture('12-cover')
      await tablet.mouse.click(180, 300)
      await button(tablet, 'Terminé').click()
      await button(tablet, 'Toucher pour signer').waitFor()
      for (let times = 0; times < 5; times++) await button(tablet, 'Pour l’équipe').press('Enter')
      await picture('13-pin-asked')
      await tablet.getByLabel('Code de l’équipe').fill('4071')
      await button(tablet, 'Entrer').click()
      await button(tablet, 'Ouvrir le stand').waitFor()
      await picture('14-menu-later')
      await button(tablet, 'Le compte de l’équipe').click()
      await tablet.getByRole('heading', { name: 'Par pétition' }).waitFor()
      await picture('15-tally')
    })

const button = (page: Page, name: string) => page.getByRole('button', { name })
