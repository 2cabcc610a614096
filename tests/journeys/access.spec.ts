import type { Envelope } from '../../protocol/envelope.ts'
import { newUuid } from '../../protocol/ids.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { clean } from './clean.ts'
import { goTo, logIn, makeKey, openAndSave, setUp } from './coordinator.ts'
import { expect, type Page, PHONE, readyOffline, TABLET, test } from './fixtures.ts'
import { ask, CAMPAIGN, COORDINATOR, openCampaign, sealedSignature } from './open-campaign.ts'
import { AFI, fillForm, sign, spoilOldestEnvelope, submit, thanks } from './people.ts'
import type { TestServer } from './server.ts'
import { enrolTablet, makeStand, newTablet, sendAs } from './stands.ts'

// WCAG 2.2 AA on each screen, light and dark, and the main journeys without a pointer.

const PUBLIC = [
  '/',
  '/en',
  '/p/joel-paredes',
  '/en/p/joel-paredes',
  '/p/maryia-kalesnikava',
  '/retrait',
  '/envois',
  '/nowhere',
]

/** Each at one size, in one language: what they are made of is looked at everywhere. */
const ACTS = {
  phone: ['/p/joel-paredes/lettre', '/rejoindre'],
  tablet: ['/en/p/joel-paredes/letter', '/en/contact'],
}

for (const [name, size] of [
  ['phone', PHONE],
  ['tablet', TABLET],
] as const) {
  test(`what anyone reads has nothing for axe to find, ${name}`, async ({ server, phone }) => {
    await phone.setViewportSize(size)
    await phone.emulateMedia({ reducedMotion: 'reduce' })
    await clean(phone, 'a campaign without a key')
    await openCampaign(server)
    for (const path of [...PUBLIC, ...ACTS[name]]) {
      await phone.goto(server.url + path)
      await expect(phone.getByText(/^(Cette page n’existe pas|This page does not exist)$/)).toHaveCount(
        path === '/nowhere' ? 1 : 0,
      )
      await clean(phone, path)
    }
    await phone.goto(`${server.url}/p/joel-paredes`)
    await phone.getByLabel('Prénom', { exact: true }).fill('Afi')
    await submit(phone)
    await expect(phone.getByText('Écrivez votre nom.').first()).toBeVisible()
    await clean(phone, 'the form with errors')
    await fillForm(phone, AFI)
    await submit(phone)
    await thanks(phone, AFI)
    await clean(phone, 'the thank-you')
  })
}

test('the console has nothing for axe to find', async ({ server, phone: office }, info) => {
  test.setTimeout(120_000)
  const look = (screen: string) => clean(office, screen)
  await office.setViewportSize({ width: 1280, height: 800 })
  await office.emulateMedia({ reducedMotion: 'reduce' })
  await office.goto(server.setupLink)
  await expect(office.getByLabel('Votre nom')).toBeVisible()
  await look('set-up')
  await office.goto(`${server.url}/console`)
  await look('log-in')
  await setUp(office, server.setupLink)
  await look('overview before a key')
  const key = await makeKey(office, info.outputPath('key.age'), look)
  await look('the key is in use')
  await send(server, await sealedSignature(server))
  await logIn(await fresh(office), server.url)
  await look('overview')
  await openAndSave(office, key, info.outputPath('one.csv'), look)
  await look('opened')
})

test('the stands in the console have nothing for axe to find', async ({ server, phone: office }) => {
  const look = (screen: string) => clean(office, screen)
  await office.setViewportSize({ width: 1280, height: 800 })
  await office.emulateMedia({ reducedMotion: 'reduce' })
  const { cookie } = await openCampaign(server)
  await logIn(office, server.url)
  await office.goto(`${server.url}/console#stands/${CAMPAIGN}`)
  await expect(office.getByText('Aucun stand pour le moment.')).toBeVisible()
  await look('no stand')
  await office.getByRole('link', { name: 'Ouvrir un stand' }).click()
  await office.getByRole('button', { name: 'Ouvrir le stand et faire son code' }).click()
  await expect(office.getByText('Écrivez un nom.')).toBeVisible()
  await look('the form with errors')
  await office.getByLabel('Nom du stand').fill('Grand marché')
  await office.getByLabel('Lieu').fill('Lomé')
  await office.getByRole('button', { name: 'Ouvrir le stand et faire son code' }).click()
  await expect(office.getByRole('article').getByRole('img')).toBeVisible()
  await look('the card')
  const { stand, code } = await makeStand(server, cookie)
  const tablet = await enrolTablet(server, code)
  await sendAs(server, tablet, [await sealedSignature(server)], { seqs: [9] })
  await sendAs(server, await newTablet(), [await sealedSignature(server)])
  await goTo(office, server.url, `stands/${CAMPAIGN}`)
  await expect(office.getByText('Tablettes sans stand')).toBeVisible()
  await look('the list')
  await office.getByRole('link', { name: stand.name }).click()
  await office.getByRole('button', { name: /^Révoquer/ }).click()
  await look('a tablet to revoke')
  await office.setViewportSize(PHONE)
  await look('the same on a phone')
})

test('what waits and what was refused can be read by everyone', async ({ context, server, phone }) => {
  await openCampaign(server)
  await phone.reload()
  await readyOffline(phone)
  await context.setOffline(true)
  await sign(phone, AFI)
  await expect(phone.getByText('1 envoi chiffré attend dans cet appareil.')).toBeVisible()
  await clean(phone, 'waiting')
  await spoilOldestEnvelope(phone)
  await context.setOffline(false)
  await expect(phone.getByText('Montrez ce pli à la coordination.')).toBeVisible({ timeout: 30_000 })
  await clean(phone, 'refused')
})

test('a case is read and signed by keyboard alone', async ({ server, phone }) => {
  await openCampaign(server)
  await phone.goto(`${server.url}/p/joel-paredes`)
  await tabTo(phone, 'link', /^Signer la pétition/)
  await phone.keyboard.press('Enter')
  await expect(phone.getByLabel('Prénom', { exact: true })).toBeVisible()
  await tabTo(phone, 'textbox', 'Prénom')
  await phone.keyboard.type('Afi')
  await phone.keyboard.press('Tab')
  await phone.keyboard.type('Mensah')
  await tabTo(phone, 'textbox', 'Numéro de téléphone')
  await phone.keyboard.type('90 12 34')
  await phone.keyboard.press('Enter')
  await expect(phone.getByText('Il manque deux chiffres.').first()).toBeVisible()
  await expect(phone.getByLabel('Numéro de téléphone'), 'the first wrong field has the focus').toBeFocused()
  await phone.keyboard.press('End')
  await phone.keyboard.type(' 56')
  await tabTo(phone, 'checkbox', /^Je signe/)
  await phone.keyboard.press('Space')
  await tabTo(phone, 'button', /^Signer/)
  await phone.keyboard.press('Enter')
  await thanks(phone, AFI)
  await expect(phone.getByRole('heading', { name: 'Merci, Afi.' }), 'is read out first').toBeFocused()
  await expect(phone.getByRole('button', { name: 'Enregistrer le reçu' })).toBeVisible()
  await tabTo(phone, 'button', 'Terminé')
  await phone.keyboard.press('Enter')
  await expect(phone.getByText('Votre reçu n’est gardé nulle part')).toBeVisible()
  await phone.keyboard.press('Enter')
  await expect(phone.getByRole('dialog')).toHaveCount(0)
})

test('a coordinator comes in and begins the key by keyboard alone', async ({ server, phone: office }) => {
  await office.setViewportSize({ width: 1280, height: 800 })
  await office.goto(server.setupLink)
  await tabTo(office, 'textbox', 'Votre nom')
  await office.keyboard.type(COORDINATOR.name)
  await tabTo(office, 'textbox', 'Mot de passe')
  await office.keyboard.type(COORDINATOR.password)
  await office.keyboard.press('Enter')
  await tabTo(office, 'link', 'Créer la clé')
  await office.keyboard.press('Enter')
  await expect(office.getByRole('heading', { name: 'La clé de la campagne' }), 'is read out first').toBeFocused()
  await tabTo(office, 'button', 'Commencer')
  await office.keyboard.press('Enter')
  await tabTo(office, 'button', 'Je l’ai notée')
  await office.keyboard.press('Enter')
  await tabTo(office, 'textbox', 'La phrase que vous avez notée')
})

const send = (server: TestServer, envelope: Envelope) => {
  const batchId = newUuid()
  const contact = { captured: 1, waiting: 1, refused: 0, withdrawn: 0, lastSeq: 1 }
  const body = { v: 1, batchId, items: [{ seq: 1, envelope }], contact }
  return ask(server, ROUTES.batch, { parameters: { batchId }, body })
}

/** Presses Tab until the wanted thing has the focus, as a person would; fails where it cannot be reached. */
async function tabTo(
  page: Page,
  role: 'link' | 'button' | 'textbox' | 'checkbox',
  name: string | RegExp,
): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: typeof name === 'string' }).first()
  await wanted.waitFor()
  for (let presses = 0; presses < 60; presses++) {
    if (await wanted.evaluate((it) => it === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${role} ${name} cannot be reached with Tab`)
}

/** The same browser, logged out: the session is a cookie. */
async function fresh(page: Page): Promise<Page> {
  await page.context().clearCookies()
  await page.goto('about:blank')
  return page
}
