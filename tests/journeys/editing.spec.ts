import { readFile } from 'node:fs/promises'
import { EDIT_ROUTES } from '../../protocol/edit-routes.ts'
import { logIn } from './coordinator.ts'
import { expect, test } from './fixtures.ts'
import { ask, CAMPAIGN, openCampaign } from './open-campaign.ts'

// Campaigns as coordinators write them: drafts, the preview that is the page, publishing, and two who write at once.

test('a campaign is written, looked at, published and taken back', async ({ server, phone: office }) => {
  await openCampaign(server)
  await office.setViewportSize({ width: 1280, height: 800 })
  await logIn(office, server.url)
  await office.getByRole('link', { name: 'Pétitions', exact: true }).click()
  await office.getByRole('link', { name: 'Joel Paredes', exact: false }).first().click()
  const title = office.getByRole('group', { name: 'Titre', exact: true }).first()
  await title.getByLabel('Français').fill('Une **vérité** pour Joel')
  await title.getByLabel('Anglais').fill('The truth for Joel')
  await office.getByRole('group', { name: 'Son histoire' }).getByLabel('Français').fill('Il *chante*.\n\n- un\n- deux')
  await expect(office.getByText(/^Enregistré à/)).toBeVisible()
  expect(await (await fetch(`${server.url}/p/joel-paredes`)).text(), 'a draft changes nothing').not.toContain('Il <em>')

  await office.getByRole('link', { name: 'Aperçu' }).click()
  const page = office.frameLocator('iframe')
  await expect(page.getByText('chante')).toHaveJSProperty('tagName', 'EM')
  await expect(page.locator('.case li').first()).toHaveText('un')
  await office.getByRole('radio', { name: 'Anglais' }).check()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The truth for Joel')
  const ground = page.locator('h1')
  expect(await ground.evaluate((it) => getComputedStyle(it).fontWeight), 'in the page’s own styles').not.toBe('400')

  await office.getByRole('link', { name: /^Publier/ }).click()
  await expect(office.getByText('Joel Paredes · Son histoire · français')).toBeVisible()
  await office.getByRole('button', { name: 'Publier', exact: true }).click()
  await office.getByRole('button', { name: 'Oui, publier' }).click()
  await expect(office.getByText('C’est publié.')).toBeVisible()
  const published = await (await fetch(`${server.url}/p/joel-paredes`)).text()
  expect(published).toContain('Il <em>chante</em>.')
  expect(published).toContain('<ul><li>un</li><li>deux</li></ul>')

  await office.getByRole('button', { name: /^Annuler la publication/ }).click()
  await office.getByRole('button', { name: 'Oui, revenir' }).click()
  await expect(office.getByText('reprend la version 1')).toBeVisible()
  expect(await (await fetch(`${server.url}/p/joel-paredes`)).text()).not.toContain('Il <em>')

  const saved = office.waitForEvent('download')
  await office.getByRole('button', { name: 'Exporter' }).click()
  const file = await (await saved).path()
  expect(JSON.parse(await readFile(file, 'utf8')).content.petitions).toHaveLength(3)
  await office.getByRole('link', { name: 'Pétitions', exact: true }).click()
  await office.getByRole('link', { name: 'Nouvelle campagne' }).click()
  await office.getByLabel('Fichier de campagne').setInputFiles(file)
  await expect(office.getByLabel('Nom dans les adresses, ici')).toHaveValue(`${CAMPAIGN}-2`)
  await office.getByRole('button', { name: 'Importer en brouillon' }).click()
  await expect(office.getByText('Cette campagne n’a jamais été publiée.', { exact: false })).toBeVisible()
  await expect(office.getByText('passage entre crochets à remplacer').first()).toBeVisible()
  await expect(office.getByRole('button', { name: 'Publier', exact: true })).toHaveCount(0)
})

test('of two who write at once, the second is told and loses nothing', async ({ server, phone: office }) => {
  const { cookie } = await openCampaign(server)
  await office.setViewportSize({ width: 1280, height: 800 })
  await logIn(office, server.url)
  await office.goto(`${server.url}/console#edit/${CAMPAIGN}/campaign`)
  await expect(office.getByRole('group', { name: 'Nom de la campagne' })).toBeVisible()

  const { draft } = await (await ask(server, EDIT_ROUTES.desk, { cookie })).json()
  const content = { ...draft.content, contact: { intro: { fr: 'Leur contact', en: 'Their contact' } } }
  await ask(server, EDIT_ROUTES.save, { cookie, body: { revision: draft.revision, content } })

  await office.getByRole('group', { name: 'Appel, en grand' }).getByLabel('Français').fill('Mon appel')
  await expect(office.getByRole('heading', { name: /a enregistré entre-temps/ })).toBeFocused()
  await expect(office.getByText('changé de son côté').first()).toBeVisible()
  await expect(office.getByText('Mon appel')).toBeVisible()
  await expect(office.getByText('Leur contact')).toBeVisible()
  await office.getByRole('button', { name: 'Enregistrer ce choix' }).click()
  await expect(office.getByText(/^Enregistré à/)).toBeVisible()
  const both = (await (await ask(server, EDIT_ROUTES.desk, { cookie })).json()).draft
  expect(both.content.call.title.fr).toBe('Mon appel')
  expect(both.content.contact.intro.fr).toBe('Leur contact')
  expect(both.revision).toBe(draft.revision + 2)
})
