import { expect, type Page, PHONE, test } from './fixtures.ts'
import { openCampaign } from './open-campaign.ts'
import { AFI, fillForm, submit, thanks } from './people.ts'

// Promise 1's two ways where a browser refuses to keep anything, as in some private windows: no worker either.
test.use({ serviceWorkers: 'block' })

test('without storage and network the form stays filled and says so; with network the thank-you waits for the server', async ({
  context,
  server,
  errors: _,
}) => {
  test.setTimeout(60_000)
  await openCampaign(server)
  await context.addInitScript(() => {
    if (!('IDBFactory' in globalThis)) return
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'SecurityError')
    }
  })
  const phone = await context.newPage()
  await phone.setViewportSize(PHONE)
  await phone.goto(`${server.url}/p/joel-paredes`)
  await fillForm(phone, AFI)
  // What comes after the form has come too, and is not what fails.
  await phone.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => /\/Background-[^/]+\.js/.test(name)),
  )
  await phone.waitForLoadState('networkidle')

  await context.setOffline(true)
  await submit(phone)
  await expect(phone.getByText(/Ce téléphone ne peut pas la garder, et il n’y a pas de réseau/)).toBeVisible()
  await expect(phone.getByLabel('Prénom', { exact: true })).toHaveValue(AFI.firstName)
  expect(await server.counts()).toMatchObject({ 'joel-paredes': 0 })

  await context.setOffline(false)
  await submit(phone)
  await thanks(phone, AFI)
  await expect(phone.getByText('Votre signature est arrivée au serveur de la campagne.')).toBeVisible()
  expect(await server.counts()).toMatchObject({ 'joel-paredes': 1 })

  // So it is with a letter, a request to join and a message.
  for (const { path, write, agree, send, arrived } of ACTS) {
    await phone.goto(server.url + path)
    await phone.getByLabel('Prénom', { exact: true }).fill(AFI.firstName)
    await write(phone)
    await phone.getByRole('checkbox', { name: agree }).check()
    const keeps = () => performance.getEntriesByType('resource').some(({ name }) => name.includes('/acts/keep-act-'))
    await phone.waitForFunction(keeps)
    await phone.waitForLoadState('networkidle')
    await context.setOffline(true)
    await phone.getByRole('button', { name: send }).click()
    await expect(phone.getByText(/Ce téléphone ne peut rien garder, et il n’y a pas de réseau/)).toBeVisible()
    await expect(phone.getByRole('dialog')).toHaveCount(0)
    await expect(phone.getByLabel('Prénom', { exact: true })).toHaveValue(AFI.firstName)
    await context.setOffline(false)
    await phone.getByRole('button', { name: send }).click()
    await thanks(phone, AFI)
    await expect(phone.getByText(arrived)).toBeVisible()
  }
})

async function fillPerson(page: Page): Promise<void> {
  await page.getByLabel('Nom', { exact: true }).fill(AFI.lastName)
  await page.getByLabel('Numéro de téléphone').fill(AFI.phone)
}

const ACTS = [
  {
    path: '/p/joel-paredes/lettre',
    write: (page: Page) => page.getByLabel('Votre lettre').fill('Courage, Joel.'),
    agree: /^J’écris/,
    send: 'Confier ma lettre',
    arrived: /^Votre lettre est arrivée au serveur/,
  },
  {
    path: '/rejoindre',
    write: async (page: Page) => {
      await page.getByRole('checkbox', { name: /^J’ai lu le code de conduite/ }).check()
      await page.getByLabel('Quel groupe ?').selectOption({ label: '[Groupe 1] (Lomé)' })
      await fillPerson(page)
    },
    agree: /^Je demande à vous rejoindre/,
    send: 'Envoyer ma demande',
    arrived: /^Votre demande est arrivée au serveur/,
  },
  {
    path: '/contact',
    write: async (page: Page) => {
      await page.getByLabel('Votre message').fill('Bonjour')
      await fillPerson(page)
    },
    agree: /^Je vous écris/,
    send: 'Envoyer mon message',
    arrived: /^Votre message est arrivé au serveur/,
  },
]
