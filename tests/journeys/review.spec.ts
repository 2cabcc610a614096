import { readFile } from 'node:fs/promises'
import type { Dialog } from '@playwright/test'
import { clean } from './clean.ts'
import { logIn, unlockAndOpen } from './coordinator.ts'
import { expect, type Page, test } from './fixtures.ts'
import { makeSecond } from './open-campaign.ts'
import { plantCampaign, plantOneOfEach } from './planted.ts'

const JOEL = 'joel-paredes'

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Ce qui est ouvert' }).getByRole('button', { name }).click()
const figure = (page: Page, name: string) =>
  page
    .locator('.console-tile', { has: page.getByText(name, { exact: true }) })
    .locator('dd')
    .first()

test('a coordinator reviews what came by keyboard, reads letters, delivers, and finds it all again', async ({
  server,
  phone: office,
}, info) => {
  const planted = await plantCampaign(server, info.outputPath('key.age'))
  await plantOneOfEach(planted)
  await office.setViewportSize({ width: 1280, height: 800 })
  await office.emulateMedia({ reducedMotion: 'reduce' })
  await logIn(office, server.url)
  await unlockAndOpen(office, planted.key)

  await expect(office.getByRole('heading', { name: 'Ouvert, sauf quelques enveloppes' })).toBeFocused()
  await expect(figure(office, 'Signatures comptées')).toHaveText('4')
  await expect(figure(office, 'Signatures reçues')).toHaveText('6')
  await expect(figure(office, 'Illisibles')).toHaveText('1')
  await clean(office, 'figures')

  await tab(office, 'Revoir')
  await expect(office.getByText('Même contact, mais un autre nom.')).toBeVisible()
  await expect(office.getByRole('article', { name: 'Déjà comptée' })).toContainText('Afi Mensah')
  await clean(office, 'a pair')
  await office.keyboard.press('v')
  await expect(office.getByText('Même nom et même lieu')).toBeVisible()
  await expect(office.getByRole('button', { name: 'Annuler la dernière décision' })).toBeVisible()
  await office.keyboard.press('d')
  const told = office.locator('.desk-told').getByRole('status')
  await expect(told).toHaveText('Enregistré : doublon.')
  await expect(office.getByText('Il reste 1 signature suspecte')).toBeVisible()
  await expect(office.getByText('Tout est tranché.')).toBeHidden()
  await clean(office, 'nothing to review, a suspicious one left')
  await office.context().setOffline(true)
  await office.keyboard.press('u')
  await expect(office.getByText('rien n’a changé')).toBeVisible()
  await expect(told, 'what was kept before is not told once more').toHaveText('')
  await office.context().setOffline(false)
  await office.keyboard.press('u')
  await expect(office.getByText('rien n’a changé')).toBeHidden()
  await expect(office.getByText('Même nom et même lieu'), 'taken back').toBeVisible()
  await office.keyboard.press('d')
  await office.getByRole('radio', { name: /^Valables/ }).check()
  await expect(office.getByRole('article', { name: 'Semblable : doublon' })).toContainText('MENSAH')
  await expect(office.getByText('Rien de semblable')).toBeHidden()
  await clean(office, 'a valid one beside its duplicate')
  await office.getByRole('radio', { name: /^À revoir/ }).check()
  await office.getByRole('button', { name: 'Voir les suspectes' }).click()
  await expect(office.getByText('Le nom n’a pas l’air d’un nom.')).toBeVisible()
  await office.getByRole('radio', { name: /^Suspectes/ }).focus()
  await office.keyboard.press('e')
  await expect(office.getByText('Tout est tranché.')).toBeVisible()

  await tab(office, 'Lire')
  await expect(office.getByText('Courage, nous pensons à toi.')).toBeVisible()
  await expect(office.getByRole('heading', { name: 'À : Joel Paredes' })).toBeVisible()
  await expect(office.getByRole('complementary', { name: 'Ce que demande cette campagne' })).toContainText('politique')
  await clean(office, 'a letter')
  await office.keyboard.press('a')
  await expect(office.getByText('À bas le ministre !')).toBeVisible()
  await expect(told).toHaveText('Lettre approuvée.')
  await office.keyboard.press('u')
  await expect(office.getByText('Courage, nous pensons à toi.')).toBeVisible()
  await office.keyboard.press('a')
  await expect(office.getByText('À bas le ministre !')).toBeVisible()
  await office.keyboard.press('m')
  await expect(office.getByText('Rien ici.')).toBeVisible()

  await tab(office, 'Chiffres')
  await expect(figure(office, 'Signatures comptées')).toHaveText('3')

  await tab(office, 'Fichiers')
  await clean(office, 'files')
  const csv = await save(office, /^Enregistrer le fichier CSV/, info.outputPath('signatures.csv'))
  expect(csv.match(/;Afi;|;Kossi;|;Ama;/g)?.sort(), 'what counts, and nothing else').toEqual([
    ';Afi;',
    ';Ama;',
    ';Kossi;',
  ])
  const manifest = JSON.parse(await save(office, 'Son bordereau', info.outputPath('manifest.json')))
  expect(manifest.figures.all).toMatchObject({ raw: 6, counted: 3, valid: 3, duplicate: 2, rejected: 1 })
  expect(manifest.envelopes.count).toBe(8)
  await office.getByRole('button', { name: 'Les fichiers sont en lieu sûr' }).click()
  await expect(office.getByText('Export confirmé.')).toBeVisible()
  await clean(office, 'confirmed')

  // Another day, in another tab: the same decisions, and nothing new.
  await office.reload()
  await unlockAndOpen(office, planted.key, async () => {
    await office.getByText('N’ouvrir qu’une partie').click()
    await office.getByRole('checkbox', { name: /^Seulement ce qui est nouveau/ }).check()
    // What nobody could open was in no file.
    await expect(office.getByRole('button', { name: 'Ouvrir 1 enveloppe' })).toBeVisible()
    await clean(office, 'choosing')
    await office.getByRole('checkbox', { name: /^Seulement ce qui est nouveau/ }).uncheck()
  })
  await expect(figure(office, 'Signatures comptées')).toHaveText('3')
  await expect(office.getByRole('row', { name: /^Toutes/ })).toHaveText(/Toutes\s*3\s*6\s*3\s*0\s*2\s*0\s*1/)
})

test('somebody who asks is found, shown, and withdrawn for good', async ({ server, phone: office }, info) => {
  const planted = await plantCampaign(server, info.outputPath('key.age'))
  const { afi } = await plantOneOfEach(planted)
  await office.setViewportSize({ width: 1280, height: 800 })
  await office.emulateMedia({ reducedMotion: 'reduce' })
  await logIn(office, server.url)
  await unlockAndOpen(office, planted.key)

  // No way out forgets what is open unasked.
  const asked: string[] = []
  const stay = (dialog: Dialog) => {
    asked.push(dialog.type())
    return dialog.dismiss()
  }
  office.on('dialog', stay)
  const step = () =>
    office.evaluate(
      () => (window as unknown as { navigation: { currentEntry: { index: number } } }).navigation.currentEntry.index,
    )
  const here = await step()
  for (const times of [1, 2]) {
    await office.evaluate(() => history.back())
    await expect.poll(() => asked.length).toBe(times)
    await expect.poll(step, 'the step that one wanted to leave').toBe(here)
  }
  await office.getByRole('link', { name: 'Vue d’ensemble' }).click()
  await expect.poll(step).toBe(here)
  await office.getByRole('button', { name: 'Se déconnecter' }).click()
  await office.evaluate(() => location.assign('#station'))
  await expect.poll(() => asked.length).toBe(5)
  await expect.poll(step).toBe(here)
  await office.evaluate(() => setTimeout(() => location.reload()))
  await expect.poll(() => asked).toEqual([...Array(5).fill('confirm'), 'beforeunload'])
  await expect(office).toHaveURL(/#open\//)
  office.off('dialog', stay)
  await tab(office, 'Chercher une personne')
  await office.getByLabel('Nom, numéro, e-mail ou lieu').fill('afi mensah')
  await office.keyboard.press('Enter')
  await expect(office.getByText('2 enveloppes trouvées')).toBeVisible()
  await clean(office, 'found')
  const article = office.getByRole('article', { name: /^Signature, Afi Mensah, / }).filter({ hasText: afi.id })
  const saving = article.getByRole('button', { name: /^Enregistrer ce qui est gardé/ })
  const saved = office.waitForEvent('download')
  await saving.click()
  await (await saved).saveAs(info.outputPath('held.json'))
  const held = JSON.parse(await readFile(info.outputPath('held.json'), 'utf8'))
  expect(Object.keys(held.act), 'no batch beside a name').toEqual(['head', 'receivedAt', 'late', 'body'])
  expect(held.act.body.person).toEqual({ firstName: 'Afi', lastName: 'Mensah', country: 'TG', phone: '+22890123456' })
  const paper = await office.evaluate(async () => {
    const printed = new Promise<string>((resolve) => {
      window.print = () => resolve(document.querySelector<HTMLElement>('.print-room')?.textContent ?? '')
    })
    const buttons = [...document.querySelectorAll('button')]
    buttons
      .filter((it) => it.textContent === 'Imprimer ce qui est gardé')
      .at(-1)
      ?.click()
    const text = await printed
    dispatchEvent(new Event('afterprint'))
    return text + (document.querySelector('.print-room') ? 'NOT CLOSED' : '')
  })
  expect(paper).toMatch(
    /Ce que nous gardons de vous.*votre signature compte.*Afi Mensah.*\+22890123456.*J’accepte.*détruit au plus tard le/s,
  )
  expect(paper).not.toContain('NOT CLOSED')
  await article.getByRole('button', { name: 'Corriger' }).click()
  await expect(article.getByRole('link', { name: /^Ouvrir la page de signature/ })).toHaveAttribute(
    'href',
    '/p/joel-paredes',
  )
  await article.getByRole('button', { name: 'Retirer' }).click()
  await article.getByRole('button', { name: 'Oui, retirer' }).click()
  await expect(office.getByText('1 enveloppe retirée.')).toBeVisible()
  await expect(article).toHaveCount(0)
  await tab(office, 'Chiffres')
  await expect(figure(office, 'Signatures reçues')).toHaveText('5')
  // The one that repeated it is now the first.
  await expect(figure(office, 'Signatures comptées')).toHaveText('4')
  expect((await server.counts())[JOEL]).toBe(6)
  expect(server.log).not.toMatch(/Mensah|90123456/)

  // A second campaign, of the same name: from now on each screen says which one it is about.
  const which = office.getByRole('navigation', { name: 'Campagne' })
  await expect(which).toHaveCount(0)
  await makeSecond(server, planted.cookie, 'la-notre')
  await office.reload()
  await expect(which.getByText('Écrire pour les droits 2024 (ecrire-pour-les-droits-2024)')).toBeVisible()
  await clean(office, 'which campaign')
  await which.getByRole('link', { name: 'Écrire pour les droits 2024 (la-notre)' }).click()
  await expect(office).toHaveURL(/#open\/la-notre$/)
  await expect(office.getByText('Cette campagne n’a pas encore de clé')).toBeVisible()
})

async function save(page: Page, button: string | RegExp, path: string): Promise<string> {
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).first().click()
  await (await saved).saveAs(path)
  return readFile(path, 'utf8')
}
