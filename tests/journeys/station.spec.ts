import { readFile, writeFile } from 'node:fs/promises'
import { readCsv } from '../console/export/read-csv.ts'
import { clean } from './clean.ts'
import { logIn, unlockAndOpen } from './coordinator.ts'
import { expect, type Page, test } from './fixtures.ts'
import { plantCampaign, plantOneOfEach } from './planted.ts'

// A sealed copy is saved in the console, the network is cut for good, and the copy is opened with what this browser kept.

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Ce qui est ouvert' }).getByRole('button', { name, exact: true }).click()

async function save(page: Page, button: string | RegExp, path: string): Promise<string> {
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  await (await saved).saveAs(path)
  return readFile(path, 'utf8')
}

const rowsOf = (csv: string) =>
  readCsv(csv, ';')
    .map((row) => row.join(' | '))
    .sort()
const actsOf = (jsonl: string): { head: { id: string } }[] =>
  jsonl
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
    .sort((a, b) => (a.head.id < b.head.id ? -1 : 1))

test('a sealed copy is opened without server and without network, and says what the console says', async ({
  server,
  phone: office,
  context,
}, info) => {
  const planted = await plantCampaign(server, info.outputPath('key.age'))
  await plantOneOfEach(planted)
  await office.setViewportSize({ width: 1280, height: 800 })
  await office.emulateMedia({ reducedMotion: 'reduce' })
  await logIn(office, server.url)
  await office.getByRole('link', { name: 'Ouvrir et exporter' }).first().click()
  const dump = info.outputPath('copy.paraphe-sealed.txt')
  const sealed = await save(office, 'Enregistrer une copie scellée', dump)
  await expect(office.getByText(/^La copie scellée ./)).toBeVisible()
  expect(sealed, 'nobody reads a name in it').not.toContain('Mensah')
  await unlockAndOpen(office, planted.key)
  // What is decided here is not in the copy: it is taken along in a file of its own.
  await tab(office, 'Revoir')
  await expect(office.getByText('Même contact, mais un autre nom.')).toBeVisible()
  await office.keyboard.press('d')
  await expect(office.getByText('Enregistré : doublon.')).toBeVisible()
  await tab(office, 'Fichiers')
  const csv = await save(office, /^Enregistrer le fichier CSV/, info.outputPath('online.csv'))
  const jsonl = await save(office, /^Enregistrer le fichier JSONL/, info.outputPath('online.jsonl'))

  await office.goto(`${server.url}/console`)
  await office.getByRole('link', { name: 'Ouvrir et exporter' }).first().click()
  const decided = info.outputPath('decided.json')
  await save(office, 'Enregistrer les décisions', decided)
  await expect(office.getByText('1 décision est dans vos téléchargements.')).toBeVisible()
  await office.goto(`${server.url}/console#station`)
  await expect(office.getByText('Ce poste est gardé dans ce navigateur')).toBeVisible({ timeout: 30_000 })
  await server.kill()
  await context.setOffline(true)
  await office.reload()
  await expect(office.getByText('Ce poste est gardé dans ce navigateur')).toBeVisible()
  await clean(office, 'the station')

  const choose = (path: string) => office.getByLabel('Copie scellée', { exact: true }).setInputFiles(path)
  const cut = info.outputPath('cut.txt')
  await writeFile(cut, sealed.slice(0, -200))
  await choose(cut)
  await expect(office.getByText('Cette copie a été coupée ou changée')).toBeVisible()
  await choose(planted.key.path)
  await expect(office.getByText('Ce fichier n’est pas une copie scellée de Paraphe.')).toBeVisible()

  const unlock = async () => {
    await office.getByRole('button', { name: 'Continuer' }).click()
    await office.getByLabel('Fichier de clé').setInputFiles(planted.key.path)
    await office.getByLabel('Phrase de passe').fill(planted.key.phrase)
    await office.getByRole('button', { name: 'Déverrouiller' }).click()
    await office.getByRole('button', { name: /^Ouvrir/ }).click()
    await expect(office.getByRole('navigation', { name: 'Ce qui est ouvert' })).toBeVisible()
  }
  await choose(dump)
  await expect(office.getByText(/^Copie enregistrée le /)).toBeVisible()
  await clean(office, 'a copy that was found whole')
  await office.getByText('Reprendre des décisions').click()
  await office.getByLabel('Fichier de décisions').setInputFiles(decided)
  await expect(office.getByText('1 décision reprise.')).toBeVisible()
  await unlock()
  await tab(office, 'Fichiers')
  await clean(office, 'what is open at the station')
  expect(rowsOf(await save(office, /^Enregistrer le fichier CSV/, info.outputPath('station.csv')))).toEqual(rowsOf(csv))
  const manifest = JSON.parse(await save(office, 'Son bordereau', info.outputPath('manifest.json')))
  expect(manifest.dumpSavedAt).toBe(JSON.parse(sealed.slice(0, sealed.indexOf('\n'))).savedAt)
  const mine = actsOf(await save(office, /^Enregistrer le fichier JSONL/, info.outputPath('station.jsonl')))
  expect(mine).toEqual(actsOf(jsonl))
  await save(office, /^Livre de remise.*Joel/, info.outputPath('book.pdf'))

  await tab(office, 'Chercher une personne')
  await office.getByLabel('Nom, numéro, e-mail ou lieu').fill('Mensah')
  await office.getByRole('button', { name: 'Chercher', exact: true }).click()
  const found = office.getByRole('article').first()
  const id = (await found.locator('.console-code').textContent()) ?? ''
  await found.getByRole('button', { name: 'Retirer', exact: true }).click()
  await office.getByRole('button', { name: 'Oui, retirer' }).click()
  await expect(office.getByText(/^1 envoi a été retiré ici\./)).toBeVisible()
  const decisions = info.outputPath('decisions.json')
  expect(await save(office, 'Enregistrer les décisions', decisions)).toContain(id)

  await office.reload()
  await choose(dump)
  await office.getByText('Reprendre des décisions').click()
  await office.getByLabel('Fichier de décisions').setInputFiles(decisions)
  await expect(office.getByText('2 décisions reprises.')).toBeVisible()
  await unlock()
  await tab(office, 'Fichiers')
  const later = await save(office, /^Enregistrer le fichier JSONL/, info.outputPath('later.jsonl'))
  expect(later).not.toContain(id)
  expect(actsOf(later).length).toBeLessThan(mine.length)
  await server.start()
})
