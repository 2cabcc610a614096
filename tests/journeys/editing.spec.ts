import { readFile } from 'node:fs/promises'
import { EDIT_ROUTES } from '../../protocol/edit-routes.ts'
import { lookAt } from '../../protocol/picture-bytes.ts'
import { png } from '../png.ts'
import { clean } from './clean.ts'
import { logIn } from './coordinator.ts'
import { expect, PHONE, test } from './fixtures.ts'
import { ask, CAMPAIGN, openCampaign } from './open-campaign.ts'

// Campaigns as coordinators write them: drafts, the preview that is the page, publishing, and two who write at once.

const cardOf = (html: string) => /property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? ''

test('a campaign is written, looked at, published and taken back', async ({ server, phone: office }) => {
  await openCampaign(server)
  await office.setViewportSize({ width: 1280, height: 800 })
  await logIn(office, server.url)
  await office.getByRole('link', { name: 'Pétitions', exact: true }).click()
  await clean(office, 'the campaigns and their cases')
  await office.getByRole('link', { name: 'Joel Paredes', exact: false }).first().click()
  const title = office.getByRole('group', { name: 'Titre', exact: true }).first()
  await title.getByLabel('Français').fill('Une **vérité** pour Joel')
  await title.getByLabel('Anglais').fill('The truth for Joel')
  await office.getByRole('group', { name: 'Son histoire' }).getByLabel('Français').fill('Il *chante*.\n\n- un\n- deux')
  await expect(office.getByText(/^Enregistré à/)).toBeVisible()
  await clean(office, 'a case in the editor')
  expect(await (await fetch(`${server.url}/p/joel-paredes`)).text(), 'a draft changes nothing').not.toContain('Il <em>')

  await office.getByRole('link', { name: 'Aperçu' }).click()
  const page = office.frameLocator('iframe')
  await expect(page.getByText('chante')).toHaveJSProperty('tagName', 'EM')
  await expect(page.locator('.case li').first()).toHaveText('un')
  await office.getByRole('radio', { name: 'Anglais' }).check()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The truth for Joel')
  const ground = page.locator('h1')
  expect(await ground.evaluate((it) => getComputedStyle(it).fontWeight), 'in the page’s own styles').not.toBe('400')

  const cardBefore = cardOf(await (await fetch(`${server.url}/p/joel-paredes`)).text())
  await office.getByRole('link', { name: /^Publier/ }).click()
  await expect(office.getByText('Joel Paredes · Son histoire · français')).toBeVisible()
  await clean(office, 'what would be published')
  await office.getByRole('button', { name: 'Publier', exact: true }).click()
  await office.getByRole('button', { name: 'Oui, publier' }).click()
  await expect(office.getByText('C’est publié.')).toBeVisible()
  await expect(office.getByRole('link', { name: 'Voir la page publique' })).toHaveAttribute('href', '/')
  await expect(office.getByText(`${server.url}/`, { exact: true })).toBeVisible()
  await expect(office.getByRole('button', { name: 'Copier l’adresse' })).toBeVisible()
  const published = await (await fetch(`${server.url}/p/joel-paredes`)).text()
  expect(published).toContain('Il <em>chante</em>.')
  expect(published).toContain('<ul><li>un</li><li>deux</li></ul>')
  await expect(office.getByText('On dessine l’image')).toHaveCount(0)
  const card = cardOf(await (await fetch(`${server.url}/p/joel-paredes`)).text())
  expect(card).not.toBe(cardBefore)
  const drawn = await fetch(card)
  expect(lookAt(new Uint8Array(await drawn.arrayBuffer()), 'card')).toMatchObject({ type: 'png', width: 1200 })

  // What cannot be drawn is told, and is in nobody's way.
  await office.route('**/drawings.svg', (route) => route.abort())
  await office.getByRole('button', { name: /^Annuler la publication/ }).click()
  await office.getByRole('button', { name: 'Oui, revenir' }).click()
  await expect(office.getByText('reprend la version 1')).toBeVisible()
  await expect(office.getByText('La version 1 est de nouveau en ligne.')).toBeVisible()
  const back = await (await fetch(`${server.url}/p/joel-paredes`)).text()
  expect(back).not.toContain('Il <em>')
  await expect(office.getByText('2 images de partage n’ont pas pu être faites.')).toBeVisible()
  expect(cardOf(back)).toBe(card)
  await office.unroute('**/drawings.svg')
  await office.getByRole('button', { name: 'Refaire les images' }).click()
  await expect(office.getByText(/n’ont pas pu être faites/)).toHaveCount(0)
  await office.getByText('Voir les 8 images').click()
  await expect(office.locator('.edit-cards img').last()).toHaveJSProperty('naturalWidth', 1200)
  await clean(office, 'the pictures for sharing')
  await expect.poll(async () => cardOf(await (await fetch(`${server.url}/p/joel-paredes`)).text())).not.toBe(card)

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

test('publishing says whose place it takes, and the campaign that nobody can read any more says so', async ({
  server,
  phone: office,
}) => {
  const { cookie } = await openCampaign(server)
  const { draft } = await (await ask(server, EDIT_ROUTES.desk, { cookie })).json()
  const filledIn = JSON.parse(JSON.stringify(draft.content).replaceAll(/\[(?=[^"{[\]])([^\]"]*)\]/g, '$1'))
  const content = { ...filledIn, id: 'la-notre', sample: false, name: { fr: 'La nôtre', en: 'Ours' } }
  await ask(server, EDIT_ROUTES.make, { cookie, body: { content } })
  await office.setViewportSize({ width: 1280, height: 800 })
  await logIn(office, server.url)
  await office.goto(`${server.url}/console#edit/la-notre/publish`)
  await expect(office.getByText('à la place de « Écrire pour les droits 2024 »')).toBeVisible()
  await office.getByRole('button', { name: 'Publier', exact: true }).click()
  await expect(office.getByText('C’est la première fois', { exact: false })).toBeVisible()
  await office.getByRole('button', { name: 'Oui, publier' }).click()
  await expect(office.getByRole('link', { name: 'Voir la page publique' })).toBeVisible()
  await clean(office, 'published for the first time')
  expect(await (await fetch(server.url)).text()).toContain('La nôtre')

  await office.getByRole('link', { name: 'Pétitions', exact: true }).click()
  const sample = office.getByRole('region', { name: 'Écrire pour les droits 2024' })
  await expect(sample.getByText('ses pages ne se lisent pas pour le moment')).toBeVisible()
  await expect(sample.getByRole('link', { name: 'Voir la page' })).toHaveCount(0)
  await expect(
    office.getByRole('region', { name: 'La nôtre' }).getByRole('link', { name: 'Voir la page' }),
  ).toHaveCount(4)
  await clean(office, 'two campaigns, of which one is shown')
  await sample.getByRole('button', { name: 'Montrer à l’accueil' }).click()
  await expect(sample.getByText('À l’accueil', { exact: true })).toBeVisible()
  await office.getByRole('link', { name: 'Vue d’ensemble' }).click()
  await expect(office.getByRole('region', { name: 'La nôtre' }).getByText('ses pages ne se lisent pas')).toBeVisible()
  await clean(office, 'the overview of two campaigns')
})

test('a blank campaign says what it lacks and leads there, and says that it saves', async ({
  server,
  phone: office,
}) => {
  await openCampaign(server)
  await office.setViewportSize({ width: 1366, height: 768 })
  await logIn(office, server.url)
  await office.goto(`${server.url}/console#new-campaign`)
  await office.getByLabel('Nom de la campagne').fill('Eau et liberté')
  await office.getByLabel('Commencer par').selectOption({ label: 'une page blanche' })
  await office.getByRole('button', { name: 'Créer la campagne' }).click()
  await office.getByRole('link', { name: /^Publier/ }).click()
  await expect(office.getByText('Quand il ne reste aucun de ces points', { exact: false })).toBeVisible()
  await office.getByRole('link', { name: 'Il manque un cas' }).click()
  await office.locator('.edit-part').getByRole('button', { name: 'Ajouter un cas' }).click()
  await expect(office.getByRole('heading', { name: 'Nouveau cas' })).toBeFocused()
  await expect(office.getByText('S’enregistre…')).toBeVisible()
  await office.getByLabel('Faits vérifiés le').fill('2026-03-05')
  await expect(office.getByText('La page dit « situation en mars 2026 ».')).toBeVisible()
  await office.getByLabel('Nom de la personne').fill('Awa')
  await expect(office.getByLabel('Adresse de la page')).toBeVisible()
  await expect(office.getByText(/^Enregistré à/)).toBeVisible()
  await office.getByRole('link', { name: /^Appel et accueil/ }).click()
  await expect(office.getByText('Tous les cas sont en brouillon')).toBeVisible()
  await clean(office, 'what a campaign lacks')
  await office.setViewportSize(PHONE)
  await clean(office, 'what a campaign lacks, on a phone')
})

test('what was written outlives a photograph and bad colours, and the preview looks like the page', async ({
  server,
  phone: office,
}) => {
  const { cookie } = await openCampaign(server)
  const draft = async () => (await (await ask(server, EDIT_ROUTES.desk, { cookie })).json()).draft.content
  await office.setViewportSize({ width: 1366, height: 768 })
  await logIn(office, server.url)
  await office.goto(`${server.url}/console#edit/${CAMPAIGN}/campaign`)
  await office.getByRole('button', { name: 'Ajouter un cas' }).click()
  const described = office.getByRole('group', { name: 'Description de l’image' }).getByLabel('Anglais')
  await described.fill('Awa in front of her house')
  const photo = { name: 'awa.png', mimeType: 'image/png', buffer: await office.screenshot() }
  await office.getByLabel('Photographie').setInputFiles(photo)
  await expect(office.locator('.edit-photo')).toBeVisible()
  await expect(described).toHaveValue('Awa in front of her house')
  await expect(office.getByText('La description écrite avant la photographie est restée.')).toBeVisible()

  await office.getByRole('link', { name: /^Apparence/ }).click()
  await office.getByLabel('Choisir nos couleurs').check()
  await office.getByLabel('Fond sombre de l’appel').fill('#888888')
  await expect(office.getByText('Ces couleurs se liraient mal')).toBeVisible()
  await clean(office, 'colours that would be hard to read')
  await expect(office.getByText(/^Enregistré à/)).toBeVisible()
  expect((await draft()).theme.colours.night).toBe('#888888')
  await office.getByRole('link', { name: /^Publier/ }).click()
  await expect(office.getByText('couleurs trop proches pour être lues')).toBeVisible()
  await office.getByRole('link', { name: 'Aperçu' }).click()
  const page = office.frameLocator('iframe')
  const night = () => page.locator('html').evaluate((it) => getComputedStyle(it).getPropertyValue('--night'))
  await expect(office.getByText('l’aperçu garde celles de Paraphe')).toBeVisible()
  expect(await night()).toBe('#17140f')

  await office.getByRole('link', { name: 'Choisir d’autres couleurs' }).click()
  await office.getByRole('button', { name: 'Prendre ces couleurs' }).click()
  await expect(office.getByText('Tout se lit bien avec ces couleurs.')).toBeVisible()
  const large = { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from(png(3000, 1500)) }
  await office.getByLabel('Logo').setInputFiles({ ...large, buffer: Buffer.from('no picture') })
  await expect(office.getByText('Ce fichier n’est pas une image que ce navigateur sait lire.')).toBeVisible()
  await office.getByLabel('Logo').setInputFiles(large)
  await expect(office.locator('.edit-logo'), 'a large picture is made smaller').toHaveAttribute('width', '512')
  const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20H0z"/></svg>'
  await office
    .getByLabel('Logo')
    .setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(logo) })
  await expect(office.locator('.edit-logo')).toHaveAttribute('width', '40')
  await office.getByRole('link', { name: 'Aperçu' }).click()
  await expect(page.locator('.mark path').first()).toBeHidden()
  expect(await night()).toBe('#5a5a5a')
  await office.getByRole('radio', { name: 'Ordinateur' }).check()
  await expect.poll(() => page.locator('html').evaluate((it) => it.clientWidth)).toBe(1180)
  const [box, frame] = await Promise.all(['.edit-preview', 'iframe'].map((it) => office.locator(it).boundingBox()))
  expect(frame?.width, 'the whole page is in sight').toBeLessThanOrEqual(box?.width ?? 0)
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
