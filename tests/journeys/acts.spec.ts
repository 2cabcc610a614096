import { clean } from './clean.ts'
import { logIn, unlockAndOpen } from './coordinator.ts'
import { expect, type Page, readyOffline, test } from './fixtures.ts'
import { AFI, fillForm, KODJO, leaveThanks, receiptCode, sign, submit, thanks } from './people.ts'
import { plantCampaign } from './planted.ts'

// What can be done beside signing takes the same road: kept and thanked for without a network, sent once, opened in the console.

test('a letter, a request to join and a message are kept offline, arrive once, and are read by a coordinator', async ({
  browser,
  context,
  server,
  phone,
}, info) => {
  test.setTimeout(120_000)
  const planted = await plantCampaign(server, info.outputPath('key.age'))
  await phone.emulateMedia({ reducedMotion: 'reduce' })
  // Who has signed is offered a letter. No page of that kind was ever opened here, and the network goes away.
  await phone.goto(`${server.url}/p/joel-paredes`)
  await fillForm(phone, KODJO)
  await submit(phone)
  await thanks(phone, KODJO)
  await expect(phone.getByText('Votre signature est arrivée', { exact: false })).toBeVisible({ timeout: 15_000 })
  await readyOffline(phone)
  const isHere = async () => {
    const names = await caches.keys()
    const kept = await Promise.all(
      names.map(async (name) => (await (await caches.open(name)).keys()).map((it) => it.url)),
    )
    return ['ActRoom', 'ActPage', 'keep-act'].every((it) => kept.flat().some((url) => url.includes(`/acts/${it}-`)))
  }
  await expect.poll(() => phone.evaluate(isHere), { timeout: 15_000 }).toBe(true)
  await context.setOffline(true)
  const letter = phone.getByRole('dialog').getByRole('link', { name: 'Écrire une lettre' })
  // Once it asks for the receipt, which is not safe yet.
  await letter.click()
  await letter.click()
  await expect(phone.getByLabel('Votre lettre')).toBeVisible()
  await expect(phone.getByText('Une lettre courte et personnelle, de vous à lui.')).toBeVisible()
  await phone.reload()
  await expect(phone.getByLabel('Votre lettre')).toBeVisible()

  await phone.getByLabel('Votre lettre').fill('Joyeux Noël, cher Joel !')
  const asItIs = phone.getByText('vous pouvez envoyer votre lettre telle quelle', { exact: false })
  await expect(phone.getByText('« Noël »', { exact: false })).toBeVisible()
  await expect(asItIs).toBeVisible()
  await phone.getByLabel('Votre lettre').fill(`Joyeux Noël, cher Joel ! ${'A'.repeat(4000)}`)
  await expect(asItIs, 'one that is too long cannot go as it is').toHaveCount(0)
  await phone.getByLabel('Votre lettre').fill('Joyeux Noël, cher Joel !')
  await phone.getByRole('link', { name: 'Retirer ma signature' }).click()
  await expect(phone.getByLabel('Votre lettre')).toHaveCount(0)
  await phone.goBack()
  await expect(phone.getByLabel('Votre lettre'), 'a look at another page costs nothing').toHaveValue(/^Joyeux Noël/)
  const asked = phone.waitForEvent('dialog')
  await phone.evaluate(() => void setTimeout(() => location.reload()))
  expect((await asked).type(), 'is asked before it is lost').toBe('beforeunload')
  await (await asked).dismiss()
  await phone.evaluate(() => Object.assign(window, { print: () => {} }))
  await phone.getByRole('button', { name: 'Imprimer la lettre' }).click()
  await phone.emulateMedia({ media: 'print' })
  await expect(phone.locator('.letter-paper')).toBeVisible()
  await expect(phone.locator('#app'), 'paper gets the letter and nothing else').toBeHidden()
  await phone.emulateMedia({ media: 'screen' })
  await phone.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await phone.getByRole('button', { name: 'Confier ma lettre' }).click()
  await expect(phone.getByText('Écrivez votre prénom.')).toBeVisible()
  await clean(phone, 'a letter with a hint and something to correct')
  await phone.getByLabel('Prénom', { exact: true }).fill('Afi')
  await phone.getByRole('checkbox', { name: /^J’écris/ }).check()
  await phone.getByRole('button', { name: 'Confier ma lettre' }).click()
  const first = await thanked(phone, 'Votre lettre est enregistrée dans ce téléphone.')
  await clean(phone, 'the thank-you for a letter')
  await leaveThanks(phone)
  await expect(phone.getByLabel('Votre lettre'), 'nothing of it stays').toHaveValue('')

  await phone.goto(`${server.url}/rejoindre`)
  await phone.getByRole('checkbox', { name: /^J’ai lu le code de conduite/ }).check()
  await phone.getByRole('radio', { name: 'De mon côté, sans groupe' }).check()
  await fillPerson(phone)
  await phone.getByRole('checkbox', { name: /^Je demande à vous rejoindre/ }).check()
  await phone.getByRole('button', { name: 'Envoyer ma demande' }).click()
  const second = await thanked(phone, 'Votre demande est enregistrée dans ce téléphone.')
  await leaveThanks(phone)

  await phone.goto(`${server.url}/contact`)
  await phone.getByLabel('Votre message').fill('Comment aider au stand ?')
  await fillPerson(phone)
  await phone.getByRole('checkbox', { name: /^Je vous écris/ }).check()
  await phone.getByRole('button', { name: 'Envoyer mon message' }).click()
  const third = await thanked(phone, 'Votre message est enregistré dans ce téléphone.')
  await leaveThanks(phone)
  expect(new Set([first, second, third]).size, 'a receipt each').toBe(3)

  // What was signed here stands apart from what the server counts, until it has arrived.
  await phone.goto(`${server.url}/p/joel-paredes`)
  await sign(phone, AFI)
  await expect(phone.getByText('+ 1 signature sur cet appareil, pas encore envoyée')).toBeVisible()
  await phone.goto(`${server.url}/envois`)
  await expect(phone.getByText('4 envois chiffrés attendent dans cet appareil.')).toBeVisible()

  await context.setOffline(false)
  await expect(phone.getByText('Vos 5 envois sont arrivés.')).toBeVisible({ timeout: 30_000 })
  await phone.goto(`${server.url}/p/joel-paredes`)
  await expect(phone.getByText('2 signatures reçues').first()).toBeVisible()
  await expect(phone.getByText('pas encore envoyée')).toHaveCount(0)

  const office = await (await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 800 } })).newPage()
  await logIn(office, server.url)
  await unlockAndOpen(office, planted.key)
  await office.getByRole('navigation', { name: 'Ce qui est ouvert' }).getByRole('button', { name: 'Lire' }).click()
  await expect(office.getByText('Joyeux Noël, cher Joel !')).toBeVisible()
  await office.getByRole('radio', { name: /adhésion|rejoindre/i }).check()
  await expect(office.getByText('être membre individuel')).toBeVisible()
  await expect(office.getByText('rejoindre : oui')).toContainText('appels et messages : non')
  await expect(office.getByText('J’ai lu le code de conduite')).not.toContainText('conduct-1')
  await office.getByRole('radio', { name: /^Messages/ }).check()
  await expect(office.getByText('Comment aider au stand ?')).toBeVisible()
  await office.context().close()

  // Each receipt withdraws its own act and no other.
  await phone.goto(`${server.url}/retrait`)
  await phone.getByLabel('Le code de votre reçu').fill(second)
  await phone.getByRole('button', { name: 'Retirer ma signature' }).click()
  await expect(phone.getByText('C’est fait')).toBeVisible()
  expect(server.log).not.toMatch(/Mensah|90123456|Noël/)
})

/** Waits for the thank-you, which says where it is. Returns the receipt's code. */
async function thanked(page: Page, where: string): Promise<string> {
  await expect(page.getByRole('heading', { name: 'Merci, Afi.' })).toBeVisible()
  await expect(page.getByText(where)).toBeVisible()
  return receiptCode(page)
}

async function fillPerson(page: Page): Promise<void> {
  await page.getByLabel('Prénom', { exact: true }).fill(AFI.firstName)
  await page.getByLabel('Nom', { exact: true }).fill(AFI.lastName)
  await page.getByLabel('Numéro de téléphone').fill(AFI.phone)
}
