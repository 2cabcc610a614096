import { logIn, unlockAndOpen } from '../journeys/coordinator.ts'
import { type Page, PHONE, test } from '../journeys/fixtures.ts'
import { plantCampaign, plantOneOfEach } from '../journeys/planted.ts'

const FOLDER = 'test-results/screens'
const DESKTOP = { width: 1280, height: 800 }

test('what is opened, at a desk and on a phone', async ({ server, phone: office }, info) => {
  test.setTimeout(180_000)
  const planted = await plantCampaign(server, info.outputPath('key.age'))
  await plantOneOfEach(planted)
  await office.setViewportSize(DESKTOP)
  await logIn(office, server.url)
  await unlockAndOpen(office, planted.key, async () => {
    await office.getByText('N’ouvrir qu’une partie').click()
    await pictures(office, '1-choose')
  })
  await pictures(office, '2-figures')
  const tabs = office.locator('.desk-tab')
  for (const [i, name] of ['2-figures', '3-queue', '4-read', '5-find', '6-files'].entries()) {
    if (i === 0) continue
    await tabs.nth(i).click()
    if (name === '5-find') {
      await office.getByLabel('Nom, numéro ou e-mail').fill('mensah')
      await office.keyboard.press('Enter')
      await office.getByRole('button', { name: 'Corriger' }).first().click()
      await office.getByRole('button', { name: 'Retirer' }).nth(1).click()
    }
    if (name === '6-files') {
      await office.getByRole('button', { name: /CSV/ }).click()
      await office.getByRole('button', { name: 'Les fichiers sont en lieu sûr' }).waitFor()
    }
    await pictures(office, name)
  }
  await office.getByRole('button', { name: 'English' }).click()
  for (const [i, name] of ['2-figures', '3-queue', '4-read', '5-find', '6-files'].entries()) {
    await tabs.nth(i).click()
    await office.waitForTimeout(300)
    await office.screenshot({ path: `${FOLDER}/review-${name}-en.png`, fullPage: true })
  }
})

async function pictures(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(400)
  await page.screenshot({ path: `${FOLDER}/review-${name}.png`, fullPage: true })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.screenshot({ path: `${FOLDER}/review-${name}-dark.png` })
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(PHONE)
  await page.screenshot({ path: `${FOLDER}/review-${name}-phone.png`, fullPage: true })
  await page.setViewportSize(DESKTOP)
}
