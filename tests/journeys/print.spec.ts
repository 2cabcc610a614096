import { readFileSync } from 'node:fs'
import { parseReceiptCode } from '../../protocol/receipt.ts'
import { expect, type Page, TABLET, test } from './fixtures.ts'
import { openCampaign } from './open-campaign.ts'
import type { TestServer } from './server.ts'
import { openScreen } from './stand-in-page.ts'

/** A4 as CSS pixels between margins of 10 mm. */
const A4 = { width: 718, height: 1047 }

/** What the browser would print: the number of its pages, and the file to look at. */
async function pdf(page: Page, path: string): Promise<number> {
  const bytes = await page.pdf({ path, preferCSSPageSize: true })
  return bytes.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

/** Every page of the print room as the paper has it: its box, and what of it would be cut off or lie over something else. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(({ width, height }) => {
    const room = document.querySelector('.print-room')
    const found: string[] = []
    for (const sheet of room?.querySelectorAll<HTMLElement>('.print-page') ?? []) {
      const box = sheet.getBoundingClientRect()
      if (box.height > height || box.width > width + 1) found.push(`a page of ${box.width} × ${box.height}`)
      for (const it of sheet.querySelectorAll<HTMLElement>('*')) {
        const own = it.getBoundingClientRect()
        const outside = own.bottom > box.bottom + 1 || own.right > box.right + 1 || own.left < box.left - 1
        if (outside && own.height > 0) found.push(`${it.className || it.tagName} leaves its page: ${it.textContent}`)
        if (it.scrollWidth > it.clientWidth + 1 && it.clientWidth > 0) found.push(`${it.className} is too wide`)
      }
      for (const slip of sheet.querySelectorAll<HTMLElement>('.print-slip'))
        if (slip.scrollHeight > slip.clientHeight + 1) found.push(`a slip of ${slip.scrollHeight}`)
    }
    return found
  }, A4)

/** The browser's own print is a dialog that nobody answers here, and no PDF can be made beside it. */
async function openPrint(page: Page, server: TestServer): Promise<void> {
  await openScreen(page, server, 'print')
  await page.evaluate(() => Object.assign(window, { print: () => {} }))
}

async function asPaper(page: Page): Promise<void> {
  await page.setViewportSize(A4)
  await page.emulateMedia({ media: 'print' })
}

test('signature sheets are whole pages with all that is signed on them', async ({ server, phone: tablet }, info) => {
  await openCampaign(server)
  await tablet.setViewportSize(TABLET)
  await openPrint(tablet, server)
  await tablet.getByLabel('Combien de feuilles').fill('0')
  await tablet.getByRole('button', { name: 'Imprimer' }).first().click()
  await expect(tablet.getByText('Un nombre de 1 à 100.')).toBeVisible()
  await tablet.getByLabel('Combien de feuilles').fill('3')
  await tablet.getByLabel('Numéro de la première').fill('GM-009')
  await tablet.getByRole('radio', { name: 'English' }).check({ force: true })
  await tablet.getByRole('button', { name: 'Imprimer' }).first().click()
  expect(await pdf(tablet, info.outputPath('sheets.pdf'))).toBe(3)
  await asPaper(tablet)
  expect(await cutOff(tablet)).toEqual([])
  const sheets = tablet.locator('.print-page')
  for (const [i, number] of ['GM-009', 'GM-010', 'GM-011'].entries()) {
    const text = (await sheets.nth(i).innerText()).replace(/\s+/g, ' ')
    for (const words of [
      number,
      'Grand marché, Lomé (grand-marche)',
      'Joel Paredes, Argentina',
      'text sign-1',
      'text news-1',
    ])
      expect(text).toContain(words)
    expect(text).toContain('only the coordinators can read it')
    await expect(sheets.nth(i).getByRole('row', { includeHidden: true })).toHaveCount(14)
  }
  await expect(
    tablet.getByRole('heading', { name: 'Imprimer pour le stand' }),
    'the screen is not printed',
  ).toBeHidden()
})

test('receipts to tear off have codes of their own, that lead to the withdrawal', async ({
  server,
  phone: tablet,
}, info) => {
  await openCampaign(server)
  await tablet.setViewportSize(TABLET)
  await openPrint(tablet, server)
  await tablet.getByLabel('Combien de pages').fill('2')
  await tablet.getByRole('button', { name: 'Imprimer' }).last().click()
  const slips = tablet.locator('.print-slip')
  await expect(slips).toHaveCount(12)
  expect(await pdf(tablet, info.outputPath('slips.pdf'))).toBe(2)
  expect(readFileSync(info.outputPath('slips.pdf')).length).toBeGreaterThan(0)
  await asPaper(tablet)
  expect(await cutOff(tablet)).toEqual([])
  const codes = await tablet.locator('.print-receipt .print-code').allInnerTexts()
  expect(codes.map((it) => parseReceiptCode(it)).filter(Boolean)).toHaveLength(12)
  expect(new Set(codes).size).toBe(12)
  expect(await tablet.locator('.print-stub .print-code').allInnerTexts(), 'the stub has the same').toEqual(codes)
  const held = await tablet.evaluate(async () =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, await indexedDB.databases()]),
  )
  for (const code of codes) expect(held).not.toContain(code)
})
