import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { ENDING_ROUTES } from '../../protocol/ending-routes.ts'
import { ROUTES } from '../../protocol/routes.ts'
import { batchOf } from '../server/signed.fixture.ts'
import { clean } from './clean.ts'
import { logIn } from './coordinator.ts'
import { expect, test } from './fixtures.ts'
import { ask, CAMPAIGN, openCampaign, sealedSignature } from './open-campaign.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** The picture that link previews show of a page. */
const cardOf = (html: string) => /property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? ''

test('a petition is delivered and won, and what was signed is destroyed a day after it was asked for', async ({
  server,
  phone: office,
}, info) => {
  const { cookie } = await openCampaign(server)
  const batch = batchOf([await sealedSignature(server)])
  await ask(server, ROUTES.batch, { parameters: { batchId: batch.batchId }, body: batch })
  await office.setViewportSize({ width: 1280, height: 800 })
  await logIn(office, server.url)
  const card = async (path: string) => cardOf(await (await fetch(server.url + path)).text())
  const [caseBefore, homeBefore, otherBefore] = [
    await card('/p/joel-paredes'),
    await card('/'),
    await card('/p/manahel-al-otaibi'),
  ]
  await office.getByRole('link', { name: 'Remettre' }).click()
  const joel = office.getByRole('region', { name: 'Joel Paredes' })
  await expect(joel.getByText('1 signature reçue')).toBeVisible()
  await joel.getByRole('button', { name: /^Changer son état/ }).click()
  await joel.getByRole('radio', { name: 'Remise' }).check()
  await clean(office, 'saying what became of a petition')
  await joel.getByLabel('Remise le').fill('2030-01-01')
  await joel.getByRole('button', { name: 'Publier' }).click()
  await expect(joel.getByRole('alert')).toContainText('pas encore venu')
  await joel.getByLabel('Remise le').fill(new Date().toISOString().slice(0, 10))
  await joel.getByRole('textbox', { name: 'Français' }).fill('Procureur général de Jujuy')
  const handed = joel.getByLabel('Signatures valables remises (facultatif)')
  await handed.fill('douze')
  await joel.getByRole('button', { name: 'Publier' }).click()
  await expect(joel.getByText('Écrivez un nombre entier')).toBeVisible()
  await clean(office, 'what is told of a delivery')
  await handed.fill('1 200')
  await joel.getByRole('button', { name: 'Publier' }).click()
  await expect(joel.getByText(/^Remise le .*Procureur général de Jujuy/)).toBeVisible()
  expect(await (await fetch(`${server.url}/p/joel-paredes`)).text()).toContain('Procureur général de Jujuy')
  // What a shared link shows asks for a signature no longer; another case and the campaign's own page still do.
  await expect.poll(() => card('/p/joel-paredes')).not.toBe(caseBefore)
  expect(await card('/')).toBe(homeBefore)
  expect(await card('/p/manahel-al-otaibi')).toBe(otherBefore)
  const delivered = await card('/p/joel-paredes')

  await joel.getByRole('button', { name: /^Changer son état/ }).click()
  await expect(joel.getByRole('radio', { name: 'Gagnée' })).toBeChecked()
  await joel.getByRole('button', { name: 'Publier' }).click()
  await expect(joel.getByRole('alert')).toContainText('Il manque un texte')
  for (const [group, text] of [
    ['Titre', 'Justice'],
    ['Texte', 'Enfin.'],
  ] as const)
    for (const language of ['Français', 'Anglais'])
      await joel.getByRole('group', { name: group }).getByLabel(language).fill(text)
  await joel.getByRole('button', { name: 'Publier' }).click()
  await expect(office.getByText('C’est dit.', { exact: false })).toBeVisible()
  const page = await (await fetch(`${server.url}/p/joel-paredes`)).text()
  expect(page).toContain('Bonne nouvelle')
  expect(page).toContain('Justice')
  await expect.poll(() => card('/p/joel-paredes')).not.toBe(delivered)

  const { newest } = await (await ask(server, ENDING_ROUTES.ending, { cookie })).json()
  const close = { newest, state: 'closed', delivered: null, update: null }
  const parameters = { campaign: CAMPAIGN, petition: 'manahel-al-otaibi' }
  await ask(server, ENDING_ROUTES.mark, { cookie, parameters, body: close })
  await office.reload()
  await expect(office.getByText('1 enveloppe n’est dans aucun export confirmé')).toBeVisible()
  await office.getByRole('button', { name: 'Demander la destruction' }).click()
  await office.getByRole('button', { name: 'Oui, demander' }).click()
  await expect(office.getByText(/^À confirmer à partir de/)).toBeVisible()
  await expect(office.getByText('C’est plus tard qu’un jour après')).toHaveCount(0)
  await expect(office.getByRole('button', { name: 'Détruire maintenant' })).toHaveCount(0)

  // Hours pass while the server is down: the day ends later, and the screen says why.
  const later = new BetterSqlite(join(server.dataDir, 'paraphe.sqlite'))
  later.prepare('update destruction set first_at = first_at - ?').run(DAY_MS / 4)
  later.close()
  await office.reload()
  await expect(office.getByText('C’est plus tard qu’un jour après')).toBeVisible()
  await office.screenshot({ path: info.outputPath('put-off.png'), fullPage: true })
  await office.getByRole('link', { name: 'Vue d’ensemble' }).click()
  await expect(office.getByRole('link', { name: /^La destruction de ce qui est gardé est demandée/ })).toBeVisible()
  await office.goBack()

  // A day passes, for the clock and for the server, while it is down.
  await server.crash()
  const file = new BetterSqlite(join(server.dataDir, 'paraphe.sqlite'))
  file.prepare('update destruction set first_at = first_at - ?, witnessed = witnessed + ?').run(DAY_MS, DAY_MS)
  file.close()
  await server.start()
  await office.reload()
  await office.getByRole('button', { name: 'Détruire maintenant' }).click()
  await office.getByRole('button', { name: 'Oui, détruire' }).click()
  await expect(office.getByRole('heading', { name: 'Certificat de destruction' })).toBeVisible()
  await expect(office.getByText('Ce que ce serveur n’a pas pu détruire')).toBeVisible()
  await clean(office, 'the certificate')
  await office.getByRole('link', { name: 'Ouvrir et exporter' }).click()
  await expect(office.getByText('ont été détruites : il n’y a plus rien à ouvrir')).toBeVisible()
  await office.getByRole('link', { name: 'Voir le certificat' }).click()
  const saved = office.waitForEvent('download')
  await office.getByRole('button', { name: 'Enregistrer le certificat' }).click()
  expect((await saved).suggestedFilename()).toBe(`paraphe-destruction-${CAMPAIGN}.json`)
  expect(await server.counts(), 'the numbers stay').toMatchObject({ 'joel-paredes': 1 })
})
