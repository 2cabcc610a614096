// The people of the journeys, and what they do with the page: by the words that they read.
import { expect, type Page } from '@playwright/test'

export interface Signer {
  firstName: string
  lastName: string
  /** As typed. */
  phone: string
}

export const AFI: Signer = { firstName: 'Afi', lastName: 'Mensah', phone: '90 12 34 56' }
export const KODJO: Signer = { firstName: 'Kodjo', lastName: 'Agbéko', phone: '+228 91 23 45 67' }

/** Types a person into the French form and agrees to what signing needs. */
export async function fillForm(page: Page, { firstName, lastName, phone }: Signer): Promise<void> {
  await page.getByLabel('Prénom', { exact: true }).fill(firstName)
  await page.getByLabel('Nom', { exact: true }).fill(lastName)
  await page.getByLabel('Numéro de téléphone').fill(phone)
  await page.getByRole('checkbox', { name: /^Je signe/ }).check()
}

/** Presses the form's own button, not the one that leads to the form. */
export const submit = (page: Page) =>
  page
    .locator('form')
    .getByRole('button', { name: /^Signer/ })
    .click()

/** Waits for the thank-you, which promises that the signature is saved. */
export async function thanks(page: Page, { firstName }: Signer): Promise<void> {
  await expect(page.getByRole('heading', { name: `Merci, ${firstName}.` })).toBeVisible()
}

/** Signs on the page that is open, and leaves the thank-you. Returns the receipt's code. */
export async function sign(page: Page, signer: Signer): Promise<string> {
  await fillForm(page, signer)
  await submit(page)
  await thanks(page, signer)
  const code = await receiptCode(page)
  await leaveThanks(page)
  return code
}

/** Leaves the thank-you without the receipt: it asks once, as soon as it can offer to keep it. */
export async function leaveThanks(page: Page): Promise<void> {
  const done = page.locator('dialog').getByRole('button', { name: /^(Terminé|Done)$/ })
  await done.click()
  await page.waitForFunction(
    () => !document.querySelector('dialog.thanks[open]') || document.querySelector('.thanks-ask'),
  )
  if (await page.locator('.thanks-ask').isVisible()) await done.click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** The code on the thank-you that is open, as 27 letters. */
export async function receiptCode(page: Page): Promise<string> {
  const text = await page.getByRole('dialog').locator('.code').innerText()
  return text.replace(/[^0-9A-Z]/g, '')
}

/** Presses "send now"; page or worker may have been quicker, and then there is nothing left to press. */
export async function sendNow(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Envoyer maintenant' })
  await button.click({ timeout: 5000 }).catch(() => {})
}

/** The same without waiting for a button: back-off is not what is tested. */
export async function hurry(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: 'Envoyer maintenant' })
    .evaluateAll(([button]) => (button as HTMLElement | undefined)?.click())
}

/** A disk that went bad: the oldest waiting envelope names a petition that never was. */
export async function spoilOldestEnvelope(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const open = indexedDB.open('paraphe-outbox')
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result)
      open.onerror = () => reject(open.error)
    })
    const tx = db.transaction('envelopes', 'readwrite')
    const all = tx.objectStore('envelopes').getAll()
    all.onsuccess = () => {
      const oldest = all.result.sort((a, b) => a.seq - b.seq)[0]
      tx.objectStore('envelopes').put({ ...oldest, text: oldest.text.replaceAll('joel-paredes', 'joel-nobody') })
    }
    await new Promise((resolve) => {
      tx.oncomplete = resolve
    })
    db.close()
  })
}
