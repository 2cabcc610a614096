import { generateSync } from 'otplib'
import { clean } from './clean.ts'
import { goTo, logIn } from './coordinator.ts'
import { expect, type Page, PHONE, test } from './fixtures.ts'
import { COORDINATOR, openCampaign } from './open-campaign.ts'

// The team in the console: a colleague is invited, comes in, sets up a code, and leaves.

const DESK = { width: 1280, height: 800 }
const codeOf = (secret: string, ahead = 0) => generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + ahead })

async function enrol(page: Page, password: string): Promise<{ secret: string; recovery: string }> {
  const secret = (await page.locator('dd.console-code').innerText()).replaceAll(' ', '')
  await page.getByLabel('Votre mot de passe').fill(password)
  await page.getByLabel('Les six chiffres').fill(codeOf(secret))
  await page.getByRole('button', { name: 'Vérifier le code' }).click()
  const codes = page.getByRole('list', { name: 'Codes de secours' }).getByRole('listitem')
  await expect(codes).toHaveCount(10)
  return { secret, recovery: await codes.first().innerText() }
}

test('a colleague is invited, enrols a code, comes back with it, and is removed', async ({
  server,
  phone,
  browser,
}) => {
  test.setTimeout(120_000)
  await openCampaign(server)
  await phone.setViewportSize(DESK)
  await phone.emulateMedia({ reducedMotion: 'reduce' })
  await logIn(phone, server.url)
  await phone.getByRole('link', { name: 'Équipe et clés' }).click()
  await phone.getByRole('radio', { name: 'Ouverture et export' }).check()
  await phone.getByRole('button', { name: 'Faire un lien d’invitation' }).click()
  const link = await phone.locator('.notice .console-code').innerText()
  await clean(phone, 'the team with a link')

  const theirs = await browser.newPage()
  await theirs.setViewportSize(PHONE)
  await theirs.goto(link)
  await expect(theirs.getByText('Rôle : ouverture et export.')).toBeVisible()
  expect(theirs.url(), 'the token leaves the address').not.toContain('#')
  await theirs.getByLabel('Votre nom').fill('Koffi')
  await theirs.getByLabel('Mot de passe').fill('une tortue sous la lampe')
  await theirs.getByRole('button', { name: 'Créer mon accès' }).click()
  await expect(theirs.getByRole('link', { name: 'Ouvrir et exporter' }).first()).toBeVisible()
  await expect(theirs.getByRole('link', { name: 'Équipe et clés' })).toHaveCount(0)
  const offer = theirs.getByRole('region', { name: 'Protégez ce compte' })
  await clean(theirs, 'the offer of a code')
  await offer.getByRole('link', { name: 'Mettre un code en place' }).click()
  await clean(theirs, 'an account on a phone')
  await theirs.getByRole('button', { name: 'Mettre en place le code' }).click()
  await expect(theirs.getByRole('img', { name: /Carré à scanner/ })).toBeVisible()
  await clean(theirs, 'a code to set up')
  const { secret, recovery } = await enrol(theirs, 'une tortue sous la lampe')
  await clean(theirs, 'the recovery codes')
  theirs.once('dialog', (it) => it.dismiss())
  await theirs.getByRole('link', { name: 'Vue d’ensemble' }).click()
  await expect(theirs.getByText(recovery), 'codes that are shown once are not left unasked').toBeVisible()
  await theirs.getByRole('button', { name: 'C’est noté' }).click()
  await expect(theirs.getByText('Il reste 10 codes de secours.')).toBeVisible()
  await theirs.getByRole('link', { name: 'Vue d’ensemble' }).click()
  await expect(theirs.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(offer, 'who has a code is offered none').toHaveCount(0)
  await goTo(theirs, server.url, 'journal')
  await expect(theirs.getByRole('heading', { name: 'Cet écran est à d’autres' })).toBeVisible()
  await clean(theirs, 'a screen of others')
  await theirs.getByRole('link', { name: 'Retour à la vue d’ensemble' }).click()
  await expect(theirs.getByText('Enveloppes gardées').first()).toBeVisible()

  // Who puts it off finds it in the account alone.
  await phone.getByRole('link', { name: 'Vue d’ensemble' }).click()
  await phone.getByRole('button', { name: 'Plus tard' }).click()
  await phone.reload()
  await expect(phone.getByText('Enveloppes gardées').first()).toBeVisible()
  await expect(phone.getByRole('region', { name: 'Protégez ce compte' })).toHaveCount(0)
  await phone.getByRole('link', { name: 'Équipe et clés' }).click()

  for (const code of [codeOf(secret, 30), recovery]) {
    await theirs.getByRole('button', { name: 'Se déconnecter' }).click()
    await theirs.getByLabel('Votre nom').fill('Koffi')
    await theirs.getByLabel('Mot de passe').fill('une tortue sous la lampe')
    await theirs.getByRole('button', { name: 'Se connecter' }).click()
    await expect(theirs.getByText('Il faut encore le code.')).toBeVisible()
    await theirs.getByLabel('Code de votre application').fill(code)
    await theirs.getByRole('button', { name: 'Se connecter' }).click()
    await expect(theirs.getByRole('button', { name: 'Se déconnecter' })).toBeVisible()
  }

  await phone.reload()
  await phone.getByRole('button', { name: 'Gérer Koffi' }).click()
  await phone.getByRole('button', { name: 'Retirer de l’équipe' }).click()
  await clean(phone, 'a colleague to remove')
  await phone.getByRole('button', { name: 'Oui, retirer' }).click()
  await expect(phone.getByText('Départ de Koffi : changez la clé')).toBeVisible()
  await theirs.reload()
  await expect(theirs.getByRole('button', { name: 'Se connecter' })).toBeVisible()

  await phone.getByRole('link', { name: 'Journal' }).click()
  await expect(phone.getByRole('row', { name: /A retiré une personne.*Koffi/ })).toBeVisible()
  await phone.getByLabel('Personne').selectOption('Koffi')
  await expect(phone.getByRole('row', { name: /A mis en place son code/ })).toBeVisible()
  await expect(phone.getByRole('row', { name: new RegExp(COORDINATOR.name) })).toHaveCount(0)
  await clean(phone, 'the journal')
  const saved = phone.waitForEvent('download')
  await phone.getByRole('button', { name: 'Enregistrer en CSV' }).click()
  expect((await saved).suggestedFilename()).toMatch(/^paraphe-journal-.*\.csv$/)
  await theirs.close()
})
