import { clean } from './clean.ts'
import { makeKey, setUp } from './coordinator.ts'
import { expect, test } from './fixtures.ts'

const SCRYPT = { timeout: 60_000 }

test('a new sealing key comes in a new file, which still opens; another phrase does not', async ({
  server,
  phone,
}, info) => {
  test.setTimeout(240_000)
  await phone.setViewportSize({ width: 1280, height: 800 })
  await phone.emulateMedia({ reducedMotion: 'reduce' })
  await setUp(phone, server.setupLink)
  const key = await makeKey(phone, info.outputPath('key.age'))
  await phone.getByRole('link', { name: 'Équipe et clés' }).click()
  await phone.getByRole('link', { name: 'Voir la clé' }).click()
  await clean(phone, 'the key')
  await phone.getByRole('button', { name: 'Une nouvelle clé de chiffrement' }).click()
  await phone.getByLabel('Fichier de clé').setInputFiles(key.path)
  await phone.getByLabel('Phrase de passe').fill(`${key.phrase} accord`)
  await phone.getByRole('button', { name: 'Déverrouiller' }).click()
  await expect(phone.getByText('Cette phrase n’ouvre pas ce fichier.')).toBeVisible(SCRYPT)
  await phone.getByLabel('Phrase de passe').fill(key.phrase)
  await phone.getByRole('button', { name: 'Déverrouiller' }).click()
  const words = phone.getByRole('list', { name: 'Phrase de passe' }).getByRole('listitem')
  await expect(words).toHaveCount(6, SCRYPT)
  const phrase = (await words.allInnerTexts()).map((it) => it.trim()).join(' ')
  await phone.getByRole('button', { name: 'Je l’ai notée' }).click()
  await phone.getByLabel('La phrase que vous avez notée').fill(phrase)
  await phone.getByRole('button', { name: 'Continuer' }).click()
  const saved = phone.waitForEvent('download', SCRYPT)
  await phone.getByRole('button', { name: 'Enregistrer le fichier de clé' }).click(SCRYPT)
  const next = info.outputPath('next.age')
  await (await saved).saveAs(next)
  await phone.getByLabel('Le fichier de clé enregistré').setInputFiles(next)
  await expect(phone.getByRole('heading', { name: 'La nouvelle clé est en service' })).toBeVisible(SCRYPT)
  await expect(phone.getByText('C’est la clé n° 2.')).toBeVisible()
  await clean(phone, 'the new key')

  // Who takes the older file is told before anything is opened.
  const unlock = async (path: string, words: string) => {
    await phone.getByLabel('Fichier de clé').setInputFiles(path)
    await phone.getByLabel('Phrase de passe').fill(words)
    await phone.getByRole('button', { name: 'Déverrouiller' }).click()
    await expect(phone.getByText('Clé déverrouillée')).toBeVisible(SCRYPT)
  }
  await phone.getByRole('link', { name: 'Ouvrir et exporter' }).first().click()
  await unlock(key.path, key.phrase)
  await expect(phone.getByText('Ce fichier de clé n’est pas le plus récent')).toBeVisible()
  await expect(phone.getByText(/son nom contient .*cle-2/)).toBeVisible()
  await clean(phone, 'an older key file')
  await phone.screenshot({ path: info.outputPath('older.png') })
  await phone.getByRole('button', { name: 'Verrouiller' }).click()
  await unlock(next, phrase)
  await expect(phone.getByText('Ce fichier de clé n’est pas le plus récent')).toHaveCount(0)
})
