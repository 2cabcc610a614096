import { EDIT_ROUTES } from '../../protocol/edit-routes.ts'
import { logIn } from '../journeys/coordinator.ts'
import { type Page, PHONE, test } from '../journeys/fixtures.ts'
import { ask, CAMPAIGN, openCampaign } from '../journeys/open-campaign.ts'
import { AFI, fillForm, leaveThanks, submit, thanks } from '../journeys/people.ts'
import type { TestServer } from '../journeys/server.ts'

// What there is beside signing: letters, joining, contact, the thank-you that leads there, cases that are over, and their places in the editor.

const FOLDER = 'test-results/screens'
const DESKTOP = { width: 1280, height: 800 }
const TALL = { width: 820, height: 1180 }
const VIEWS = [
  ['phone', PHONE, 'light', 'fr'],
  ['phone', PHONE, 'dark', 'en'],
  ['tablet', TALL, 'light', 'en'],
  ['desktop', DESKTOP, 'light', 'fr'],
  ['desktop', DESKTOP, 'dark', 'en'],
] as const

/** Everything that joining and letters can say, and a case in each state. */
async function publishAll(server: TestServer, cookie: string): Promise<void> {
  const { draft } = await (await ask(server, EDIT_ROUTES.desk, { cookie })).json()
  const { content } = draft
  const joel = content.petitions.find((it: { id: string }) => it.id === 'joel-paredes')
  joel.letters.authority.address = 'Fiscalía General\n[rue et numéro]\nSan Salvador de Jujuy\nArgentine'
  joel.letters.authority.email = 'fiscalia@example.org'
  for (const state of ['closed', 'delivered'] as const) {
    const over = structuredClone(joel)
    content.petitions.push({ ...over, id: `joel-${state}`, state, person: `Joel (${state})` })
  }
  content.join.minAge = 16
  content.join.fee = { fr: '[Montant] par an.', en: '[Amount] a year.' }
  const saved = await (
    await ask(server, EDIT_ROUTES.save, { cookie, body: { revision: draft.revision, content } })
  ).json()
  await ask(server, EDIT_ROUTES.publish, { cookie, body: { revision: saved.draft.revision } })
}

/** Addresses are worded as well. */
const inEnglish = (path: string) => `/en${path.replace('/lettre', '/letter').replace('/rejoindre', '/join')}`

for (const [size, viewport, colorScheme, language] of VIEWS)
  test(`acts, ${size}, ${colorScheme}, ${language}`, async ({ server, phone: page }) => {
    test.setTimeout(120_000)
    const { cookie } = await openCampaign(server)
    await publishAll(server, cookie)
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const french = language === 'fr'
    const picture = async (name: string) => {
      await page.waitForTimeout(300)
      await page.screenshot({ path: `${FOLDER}/acts-${size}-${colorScheme}-${name}.png`, fullPage: true })
    }
    const at = async (path: string) => {
      await page.goto(`${server.url}${french ? path : inEnglish(path)}`)
      await page.locator('h1').waitFor()
      await page.waitForTimeout(500)
    }
    await at('/p/joel-paredes/lettre')
    await page
      .getByLabel(french ? 'Votre lettre' : 'Your letter')
      .fill('Joyeux Noël, cher Joel !\n\nNous pensons à vous.')
    await page.waitForTimeout(1200)
    await picture('1-letter')
    await page.getByRole('radio', { name: french ? 'À l’autorité' : 'To the authority' }).check()
    await page.locator('form').getByRole('button').last().click()
    await picture('2-letter-authority')
    await at('/rejoindre')
    await picture('3-join')
    await page.locator('form').getByRole('button').last().click()
    await picture('4-join-wrong')
    await at('/contact')
    await picture('5-contact')
    for (const id of ['joel-closed', 'joel-delivered', 'maryia-kalesnikava']) {
      await at(`/p/${id}`)
      await picture(`6-${id}`)
    }
    await at('/p/joel-closed/lettre')
    await picture('7-letter-over')
    await at('/p/joel-paredes')
    if (french) {
      await fillForm(page, AFI)
      await submit(page)
      await thanks(page, AFI)
      await page.waitForTimeout(2500)
      await tall(page, () => picture('8-thanks'))
      await leaveThanks(page)
      await at('/p/joel-paredes/lettre')
      await page.getByLabel('Votre lettre').fill('Courage, cher Joel.\n\nNous pensons à vous.')
      await page.getByLabel('Prénom', { exact: true }).fill('Afi')
      await page.getByRole('checkbox', { name: /^J’écris/ }).check()
      await page.locator('form').getByRole('button').last().click()
      await page.getByRole('heading', { name: 'Merci, Afi.' }).waitFor()
      await page.waitForTimeout(1500)
      await tall(page, () => picture('9-letter-thanks'))
    }
    if (size === 'desktop') {
      await logIn(page, server.url)
      for (const part of ['join', 'case-joel-paredes']) {
        await page.goto(`${server.url}/console#edit/${CAMPAIGN}/${part}`)
        await page.locator('.edit-part').waitFor()
        await picture(`editor-${part}`)
        await page.setViewportSize(PHONE)
        await picture(`editor-${part}-phone`)
        await page.setViewportSize(viewport)
      }
    }
  })

/** A dialog scrolls inside itself: the window grows until all of it shows. */
async function tall(page: Page, then: () => Promise<void>): Promise<void> {
  const before = page.viewportSize() ?? PHONE
  await page.setViewportSize({ width: before.width, height: 1900 })
  await then()
  await page.setViewportSize(before)
}

test('a letter on paper', async ({ server, phone: page }) => {
  await openCampaign(server)
  await page.goto(`${server.url}/p/joel-paredes/lettre`)
  await page.getByLabel('Votre lettre').fill('Courage, cher Joel.\n\nNous pensons à vous, ici à Lomé.'.repeat(3))
  await page.getByLabel('Prénom', { exact: true }).fill('Afi')
  // Paper is asked for, and stays as it is until somebody has looked.
  await page.evaluate(() => Object.assign(window, { print: () => {} }))
  await page.getByRole('button', { name: 'Imprimer la lettre' }).click()
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 794, height: 1123 })
  await page.screenshot({ path: `${FOLDER}/acts-paper.png` })
  await page.pdf({ path: `${FOLDER}/acts-paper.pdf`, preferCSSPageSize: true })
})
