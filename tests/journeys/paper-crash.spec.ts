// The paper screen and a battery that gives out: what it called kept is kept, and its count and the outbox say the same.
import type { Page } from '@playwright/test'
import { chanceOf, newSeed } from '../seeded.ts'
import { dieAtSight, WITHIN_MS } from './death.ts'
import { expect, TABLET, test } from './fixtures.ts'
import { MortalBrowser } from './mortal-browser.ts'
import { openCampaign } from './open-campaign.ts'
import { outboxRows } from './outbox-rows.ts'
import { beginSheet, keyIn, lines } from './paper-hands.ts'
import { openScreen } from './stand-in-page.ts'

const ROUNDS = process.env.PARAPHE_LONG ? 10 : 2

test(`a browser killed within ${WITHIN_MS} ms of “kept” goes on at the next row, ${ROUNDS} times`, async ({
  server,
  launchOptions,
}) => {
  test.setTimeout(120_000)
  await openCampaign(server)
  const chance = chanceOf(newSeed())
  const browser = await MortalBrowser.create(launchOptions)
  const launch = async () => {
    const living = await browser.launch({ viewport: TABLET })
    return { living, tablet: living.context.pages()[0] ?? (await living.context.newPage()) }
  }
  let { living, tablet } = await launch()
  let kept = 0
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const tale = `seed ${chance.seed}, round ${round + 1}`
      await openScreen(tablet, server, 'paper')
      await living.context.setOffline(true)
      if (round === 0) await beginSheet(tablet, 'GM-001')
      else await goOn(tablet, 'GM-001', kept)
      const rows = lines(chance.whole(2, 4))
      for (const row of rows.slice(0, -1)) await keyIn(tablet, row)
      const last = rows.at(-1) ?? ['', '', '']
      kept += rows.length
      await dieAtSight(tablet, living, chance, { selector: '[role=status]', says: `Ligne ${kept} gardée` }, () =>
        keyIn(tablet, last),
      )

      await living.gone()
      ;({ living, tablet } = await launch())
      await openScreen(tablet, server, 'paper')
      expect(await outboxRows(tablet), tale).toHaveLength(kept)
    }
    await goOn(tablet, 'GM-001', kept)
    await expect(tablet.locator('.paper-counts dd').first()).toHaveText(`${kept}`)
  } finally {
    living.kill()
    await living.gone()
    await browser.remove()
  }
})

/** The sheet is known, and its next row is the one after what was kept. */
async function goOn(page: Page, sheet: string, kept: number): Promise<void> {
  await page.getByLabel('Numéro de la feuille').fill(sheet)
  await expect(page.getByText(`${kept} lignes de cette feuille sont déjà saisies.`)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: `Feuille ${sheet}, ligne ${kept + 1}` })).toBeVisible()
}
