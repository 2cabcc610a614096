// A volunteer's hands on the paper screen.
import { expect, type Page } from '@playwright/test'

/** One line of the paper: last name, first name, contact, quarter where there is no contact. */
export type Line = [last: string, first: string, contact: string, town?: string, quarter?: string]

export const LAST = ['Mensah', 'Agbéko', 'Zwxqékanari', 'd’Almeida', 'Kpodar', 'Adjovi']
export const FIRST = ['Afi', 'Kodjo', 'Yawa', 'Sénam', 'Mawuli']

export const lines = (count: number): Line[] =>
  Array.from({ length: count }, (_, i) => {
    const last = LAST[i % LAST.length] ?? ''
    const first = FIRST[i % FIRST.length] ?? ''
    if (i % 10 === 4)
      return [last, first, `${first.toLowerCase()}${i}@exemple.org`.normalize('NFD').replace(/\p{M}/gu, '')]
    if (i % 10 === 8) return [last, first, '', 'Kara', `Quartier ${i}`]
    return [last, first, `90 12 ${String(10 + i)} 56`]
  })

/** Everything by keys, and nothing but what a person presses. */
export async function keyIn(page: Page, line: Line): Promise<void> {
  await keyWithoutEnter(page, line)
  await page.keyboard.press('Enter')
}

export async function keyWithoutEnter(page: Page, [last, first, contact, town, quarter]: Line): Promise<void> {
  const { keyboard } = page
  await keyboard.insertText(last)
  await keyboard.press('Tab')
  await keyboard.insertText(first)
  await keyboard.press('Tab')
  await keyboard.insertText(contact)
  if (town !== undefined) {
    await keyboard.press('Tab')
    await keyboard.insertText(town)
    await keyboard.press('Tab')
    await keyboard.insertText(quarter ?? '')
  }
}

export async function beginSheet(page: Page, number: string): Promise<void> {
  await expect(page.getByLabel('Numéro de la feuille')).toBeFocused()
  await page.keyboard.insertText(number)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: `Feuille ${number}, ligne 1` })).toBeVisible()
}
