import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { CampaignContent } from '../../protocol/campaign.ts'
import { lookAt } from '../../protocol/picture-bytes.ts'
import { cardsOf } from '../../src/console/editor/cards.ts'
import '../../src/i18n/en/chapter.ts'
import { expect, test } from '../journeys/fixtures.ts'
import { openCampaign } from '../journeys/open-campaign.ts'
import { drawn } from './draw.ts'
import { addModule } from './in-page.ts'

const SAMPLE = 'content/sample'
const sample: CampaignContent = JSON.parse(readFileSync(`${SAMPLE}/campaign.json`, 'utf8'))

test('cards of the sample', async ({ phone }) => {
  mkdirSync(`${SAMPLE}/cards`, { recursive: true })
  await addModule(phone, 'src/console/editor/card-picture.ts', 'card')
  for (const { petition, language, card } of cardsOf(sample)) {
    const png = await drawn(phone, card)
    expect(lookAt(png, 'card')).toMatchObject({ type: 'png' })
    writeFileSync(`${SAMPLE}/cards/${petition ?? '_home'}.${language}.png`, png)
  }
})

const MARK = /<g .*<\/g>/s.exec(readFileSync('public/icon.svg', 'utf8'))?.[0] ?? ''

test('icons', async ({ browser }) => {
  const page = await browser.newPage()
  const icon = async (name: string, px: number, round: boolean) => {
    await page.setViewportSize({ width: px, height: px })
    const ground = `<rect width="512" height="512" rx="${round ? 112 : 0}" fill="#17140f"/>`
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="${px}" height="${px}">${ground}${MARK}</svg>`
    await page.setContent(`<style>*{margin:0}svg{display:block}</style>${svg}`)
    await page.screenshot({ path: `public/${name}.png`, omitBackground: true })
  }
  for (const px of [192, 512]) {
    await icon(`icon-${px}`, px, true)
    await icon(`maskable-${px}`, px, false)
  }
  // iOS rounds by itself, and shows black through what is clear.
  await icon('apple-touch-icon', 180, false)
  await page.close()
})

test('what an installer shows', async ({ browser, server }) => {
  await openCampaign(server)
  mkdirSync('public/screens', { recursive: true })
  const shot = async (name: string, path: string, width: number, height: number, scale: number) => {
    const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale, locale: 'fr-FR' })
    const page = await context.newPage()
    await page.goto(server.url + path)
    await page.getByLabel('Prénom', { exact: true }).waitFor()
    await page.waitForTimeout(500)
    await page.screenshot({ path: `public/screens/${name}.png` })
    await context.close()
  }
  await shot('home', '/', 360, 740, 1.5)
  await shot('case', '/p/manahel-al-otaibi', 360, 740, 1.5)
  await shot('wide', '/', 1280, 800, 1)
})
