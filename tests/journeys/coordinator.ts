// The coordinator of the journeys: from the set-up link to the saved file, by the words on the screens.
import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { COORDINATOR } from './open-campaign.ts'

/** scrypt at its real work factor takes seconds on a cheap machine. */
const SCRYPT = { timeout: 60_000 }

export interface KeyFile {
  path: string
  phrase: string
}

export async function setUp(page: Page, setupLink: string): Promise<void> {
  await page.goto(setupLink)
  await page.getByLabel('Votre nom').fill(COORDINATOR.name)
  await page.getByLabel('Mot de passe').fill(COORDINATOR.password)
  await page.getByRole('button', { name: 'Créer mon accès' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Écrire pour les droits 2024')
  expect(page.url(), 'the token leaves the address').not.toContain('#')
}

/** Looks at a step on the way, by its name. */
type Look = (step: string) => Promise<void>

/** Makes the campaign's key, saves its file, and proves that the saved file opens. */
export async function makeKey(page: Page, saveAs: string, look: Look = async () => {}): Promise<KeyFile> {
  await page.getByRole('link', { name: 'Créer la clé' }).click()
  const begin = page.getByRole('button', { name: 'Commencer' })
  await expect(begin).toBeVisible()
  await look('the ceremony’s beginning')
  await begin.click()
  const words = await page.getByRole('list', { name: 'Phrase de passe' }).getByRole('listitem').allInnerTexts()
  const phrase = words.map((word) => word.trim()).join(' ')
  await look('the phrase')
  await page.getByRole('button', { name: 'Je l’ai notée' }).click()
  await page.getByLabel('La phrase que vous avez notée').fill(phrase)
  await look('the phrase typed again')
  await page.getByRole('button', { name: 'Continuer' }).click()
  const saved = page.waitForEvent('download', SCRYPT)
  await page.getByRole('button', { name: 'Enregistrer le fichier de clé' }).click(SCRYPT)
  await (await saved).saveAs(saveAs)
  await expect(page.getByLabel('Le fichier de clé enregistré')).toBeVisible()
  await look('the file to choose')
  await page.getByLabel('Le fichier de clé enregistré').setInputFiles(saveAs)
  await expect(page.getByRole('heading', { name: 'La clé est en service' })).toBeVisible(SCRYPT)
  return { path: saveAs, phrase }
}

/**
 * Loads a place of the console, as from a bookmark. Not a change of the address and then a reload: a reload that comes while the console
 * numbers its step of the history may load the step before (Chromium).
 */
export async function goTo(page: Page, address: string, place: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`${address}/console#${place}`)
}

export async function logIn(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/console`)
  await page.getByLabel('Votre nom').fill(COORDINATOR.name)
  await page.getByLabel('Mot de passe').fill(COORDINATOR.password)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Écrire pour les droits 2024')
}

/** Goes to the opening screen, unlocks the key, chooses, and opens. */
export async function unlockAndOpen(
  page: Page,
  key: KeyFile,
  choose: () => Promise<void> = async () => {},
  look: Look = async () => {},
): Promise<void> {
  await page.getByRole('link', { name: 'Ouvrir et exporter' }).first().click()
  await page.getByLabel('Fichier de clé').setInputFiles(key.path)
  await page.getByLabel('Phrase de passe').fill(key.phrase)
  await look('the key file and its phrase')
  await page.getByRole('button', { name: 'Déverrouiller' }).click()
  await expect(page.getByRole('button', { name: /^Ouvrir/ })).toBeVisible(SCRYPT)
  await look('ready to open')
  await choose()
  await page.getByRole('button', { name: /^Ouvrir/ }).click(SCRYPT)
  await expect(page.getByRole('navigation', { name: 'Ce qui est ouvert' })).toBeVisible(SCRYPT)
}

/** Opens what was received with the key file, and saves the CSV. Returns its bytes. */
export async function openAndSave(page: Page, key: KeyFile, saveAs: string, look?: Look): Promise<Buffer> {
  await unlockAndOpen(page, key, undefined, look)
  await page.getByRole('button', { name: 'Fichiers', exact: true }).click()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: /^Enregistrer le fichier CSV/ }).click()
  await (await saved).saveAs(saveAs)
  return readFile(saveAs)
}
