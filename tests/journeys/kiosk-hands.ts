// The hands at a stand's tablet: the team's, and those of who passes by; by the words that they read.
import { expect, type Page } from '@playwright/test'

export const PIN = '4071'
/** The worker may have to install first, and to fetch all that a stand needs. */
export const CHECKED = { timeout: 30_000 }

export async function choosePin(page: Page, pin = PIN): Promise<void> {
  await page.getByLabel('Code de l’équipe').fill(pin)
  await page.getByLabel('Le même, encore une fois').fill(pin)
  await page.getByRole('button', { name: 'Garder ce code' }).click()
}

export const openStand = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Ouvrir le stand' }).click()
  await idle(page)
}

/** Out of the loop, to the team's own screens. */
export async function leaveKiosk(page: Page): Promise<void> {
  const mark = page.getByRole('button', { name: /^Pour l’équipe/ })
  for (let times = 0; times < 5; times++) await mark.press('Enter')
  await page.getByLabel('Code de l’équipe').fill(PIN)
  await page.getByRole('button', { name: 'Entrer' }).click()
  await expect(page.getByRole('button', { name: 'Ouvrir le stand' })).toBeVisible()
}

/** The first screen, for whoever comes next. */
export const idle = (page: Page): Promise<void> =>
  expect(page.getByRole('button', { name: 'Toucher pour signer' })).toBeVisible()

export interface Passer {
  firstName: string
  lastName: string
  language: 'fr' | 'en'
  /** How they can be reached, as typed; the first of these that there is. */
  phone?: string
  email?: string
  town?: string
  quarter?: string
  /** Touches the one picture, and signs for that case alone. */
  only?: string
}

const SAY = {
  fr: {
    begin: 'Toucher pour signer',
    signFor: 'Signer pour',
    next: 'Continuer',
    first: 'Prénom',
    last: 'Nom',
    phone: 'Numéro de téléphone',
    byEmail: 'E-mail',
    email: 'Adresse e-mail',
    byPlace: 'Quartier',
    town: 'Ville',
    agree: /^Je signe/,
    sign: /^Signer (2|la)/,
    thanks: 'Merci',
    done: 'Terminé',
    back: 'Retour',
    clear: 'Tout effacer',
  },
  en: {
    begin: 'Touch to sign',
    signFor: 'Sign for',
    next: 'Continue',
    first: 'First name',
    last: 'Last name',
    phone: 'Phone number',
    byEmail: 'E-mail',
    email: 'E-mail address',
    byPlace: 'Quarter',
    town: 'Town',
    agree: /^I sign/,
    sign: /^Sign (2|the)/,
    thanks: 'Thank you',
    done: 'Done',
    back: 'Back',
    clear: 'Clear everything',
  },
}

/** From the first screen to where everything is filled in and nothing signed. */
async function fillAtKiosk(page: Page, who: Passer): Promise<void> {
  const { firstName, lastName, language, only } = who
  const say = SAY[language]
  const next = () => page.getByRole('button', { name: say.next }).click()
  if (language === 'en') await page.getByRole('button', { name: 'English' }).click()
  if (only) await page.getByRole('button', { name: `${say.signFor} ${only}` }).click()
  else {
    await page.getByRole('button', { name: say.begin }).click()
    await next()
  }
  await page.getByLabel(say.first, { exact: true }).fill(firstName)
  await page.getByLabel(say.last, { exact: true }).fill(lastName)
  await next()
  await fillReach(page, who)
  await next()
  await page.getByRole('checkbox', { name: say.agree }).check()
}

async function fillReach(page: Page, { language, phone, email, town = '', quarter = '' }: Passer): Promise<void> {
  const say = SAY[language]
  if (phone !== undefined) return page.getByLabel(say.phone).fill(phone)
  if (email !== undefined) {
    await page.getByRole('radio', { name: say.byEmail }).check()
    return page.getByLabel(say.email).fill(email)
  }
  await page.getByRole('radio', { name: say.byPlace }).check()
  await page.getByRole('textbox', { name: say.town }).fill(town)
  await page.getByRole('textbox', { name: say.byPlace }).fill(quarter)
}

/** Signs, and stays at the thank-you. Returns the receipt's code, as 27 letters. */
export async function signAtKiosk(page: Page, who: Passer): Promise<string> {
  const say = SAY[who.language]
  await fillAtKiosk(page, who)
  await page.getByRole('button', { name: say.sign }).click()
  await expect(page.getByRole('heading', { name: `${say.thanks}, ${who.firstName}.` })).toBeVisible()
  return (await page.locator('.kiosk-receipt .code').innerText()).replace(/[^0-9A-Z]/g, '')
}

export const leaveThanks = async (page: Page, { language }: Passer): Promise<void> => {
  await page.getByRole('button', { name: SAY[language].done }).click()
  await idle(page)
}

/** How people walk away from what they have filled in: by a button, by going back, with the page that is loaded anew. */
export const WAYS_OUT = ['clear', 'back', 'reload'] as const

/** Fills everything in and does not sign. */
export async function walkAway(page: Page, who: Passer, way: (typeof WAYS_OUT)[number]): Promise<void> {
  const say = SAY[who.language]
  await fillAtKiosk(page, who)
  if (way === 'clear') await page.getByRole('button', { name: say.clear }).click()
  if (way === 'reload') await page.reload()
  const back = page.getByRole('button', { name: say.back })
  if (way === 'back') for (let steps = 4; steps > 0; steps--) await back.click()
  await idle(page)
}
