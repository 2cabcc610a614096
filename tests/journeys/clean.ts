import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

// Its types come from another copy of Playwright's. Legacy mode opens no second page for each look, which takes three times as
// long; it passes over frames of other origins, and there are none. Without preload it reads no stylesheet again: what it would make of one
// that is still on its way is an inline style, which the page's policy refuses. (Of the rules only `css-orientation-lock` wants it.)
const axe = (page: Page) => new AxeBuilder({ page: page as never }).options({ preload: false }).setLegacyMode()

async function finds(page: Page, rules: AxeBuilder, screen: string): Promise<void> {
  // What still moves is half-transparent, and would be measured so.
  await page.waitForFunction(() => document.getAnimations().every((it) => it.playState !== 'running'))
  const { violations } = await rules.analyze()
  expect
    .soft(
      violations.map((it) => `${it.id}: ${it.nodes[0]?.html}`),
      screen,
    )
    .toEqual([])
}

/** Every rule in the light; in the dark nothing differs but the colours. */
export async function clean(page: Page, screen: string): Promise<void> {
  const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  await finds(page, axe(page).withTags(standard), screen)
  await page.emulateMedia({ colorScheme: 'dark' })
  await finds(page, axe(page).withRules(['color-contrast']), `${screen}, dark`)
  await page.emulateMedia({ colorScheme: 'light' })
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect.soft(wider, `${screen} is not wider than the window`).toBeLessThanOrEqual(0)
}
