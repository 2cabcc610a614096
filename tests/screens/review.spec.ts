import { reviewWords } from '../../src/i18n/console-review.ts'
import { LANGUAGES } from '../../src/i18n/languages.ts'
import { goTo, logIn, unlockAndOpen } from '../journeys/coordinator.ts'
import { type Page, test } from '../journeys/fixtures.ts'
import { makeSecond } from '../journeys/open-campaign.ts'
import { contactBy, joinBy, letterBy, plantCampaign, plantOneOfEach, signedBy } from '../journeys/planted.ts'
import { makeStand } from '../journeys/stands.ts'

const FOLDER = 'test-results/screens'
const DESKTOP = { width: 1366, height: 768 }
const PHONE = { width: 390, height: 844 }

test('what is opened, at a desk and on a phone', async ({ server, phone: office }, info) => {
  test.setTimeout(180_000)
  const planted = await plantCampaign(server, info.outputPath('key.age'))
  await plantOneOfEach(planted)
  const { stand } = await makeStand(server, planted.cookie)
  const at = { channel: 'stand' as const, stand: stand.id }
  const letter = letterBy('Komla', 'Monsieur le Ministre, libérez Joel.', 'Attiogbe')
  const join = joinBy({ firstName: 'Dela', lastName: 'Amegan', phone: '+22890445566' }, 'Je peux aider le samedi.')
  const message = contactBy({ firstName: 'Sena', lastName: 'Lawson', email: 'sena@ici.tg' }, 'Comment aider ?')
  const calls = { purpose: 'calls', text: 'calls-1', language: 'fr', given: true } as const
  const ama = signedBy({ firstName: 'Ama', lastName: 'Dossou', town: 'Aného', quarter: 'Zébévi' }, at)
  for (const [body, petitions] of [
    [ama, ['joel-paredes', 'manahel-al-otaibi']],
    [{ ...letter, to: 'authority' }, ['joel-paredes']],
    [{ ...join, way: 'group', group: 'groupe-1-lome', consents: [...join.consents, calls] }, []],
    [message, []],
  ] as const)
    await planted.send(await planted.sealed(body as typeof letter, [...petitions]))
  await office.setViewportSize(DESKTOP)
  await logIn(office, server.url)
  await unlockAndOpen(office, planted.key, async () => {
    await office.getByText('N’ouvrir qu’une partie').click()
    await pictures(office, '1-choose')
  })
  for (const language of LANGUAGES) {
    const said = reviewWords[language]
    const look = (name: string) => pictures(office, `${name}-${language}`)
    const tab = (name: keyof typeof said.nav) => office.locator('.desk-tab', { hasText: said.nav[name] }).click()
    const radio = (name: string) => office.getByRole('radio', { name: new RegExp(`^${name}`) }).check()
    if (language === 'en') await office.getByRole('button', { name: 'English' }).click()
    await tab('figures')
    await look('2-figures')
    await tab('queue')
    await radio(said.standing['to-review'])
    await look('3-queue')
    await radio(said.standing.valid)
    await look('3-queue-valid')
    if (language === 'fr') {
      await radio(said.standing['to-review'])
      await office.keyboard.press('v')
      await office.waitForTimeout(300)
      await office.keyboard.press('v')
      await office.waitForTimeout(300)
    }
    await radio(said.standing['to-review'])
    await look('3-queue-empty')
    await tab('read')
    await look('4-read')
    if (language === 'fr') await office.keyboard.press('a')
    await look('4-read-decided')
    await office.getByRole('button', { name: said.queue.next }).click()
    await look('4-read-next')
    await radio(said.read.join)
    await look('4-read-join')
    await tab('find')
    await office.getByLabel(said.find.label).fill('mensah')
    await office.keyboard.press('Enter')
    await office.getByRole('button', { name: said.find.correct }).first().click()
    await office.getByRole('button', { name: said.find.withdraw, exact: true }).nth(1).click()
    await look('5-find')
    await tab('files')
    if (language === 'fr') {
      await office.getByRole('button', { name: said.files.csv }).click()
      await office.getByRole('button', { name: said.files.confirm }).waitFor()
    }
    await look('6-files')
  }
  await makeSecond(server, planted.cookie, 'la-notre')
  // What is open is left.
  office.on('dialog', (dialog) => dialog.accept().catch(() => {}))
  for (const screen of ['open', 'deliver', 'stands']) {
    await goTo(office, server.url, `${screen}/ecrire-pour-les-droits-2024`)
    await office.getByRole('heading', { level: 1 }).waitFor()
    await pictures(office, `7-which-${screen}`)
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
