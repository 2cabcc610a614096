import { expect, type Page } from '@playwright/test'
import axeCore, { type RunOptions } from 'axe-core'

declare const axe: typeof axeCore

/** Once for each page and not for each look: it is 600 kB, and reading it takes longer than looking. */
async function bringAxe(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    if (await frame.evaluate(() => 'axe' in window)) continue
    await frame.evaluate(axeCore.source)
    // The editor's preview is a frame without an origin.
    await frame.evaluate(() => axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] }))
  }
}

async function finds(page: Page, runOnly: NonNullable<RunOptions['runOnly']>, screen: string): Promise<void> {
  // Whatever has none is still on its way.
  await page.locator('h1').first().waitFor({ state: 'attached' })
  // What still moves is half-transparent, and would be measured so.
  await page.waitForFunction(() => document.getAnimations().every((it) => it.playState !== 'running'))
  await bringAxe(page)
  // Without preload it reads no stylesheet again: what it would make of one that is still on its way is an inline style, which the
  // page's policy refuses. (Of the rules only `css-orientation-lock` wants it.)
  const options: RunOptions = { runOnly, preload: false, resultTypes: ['violations'] }
  const violations = await page.evaluate(async (options) => {
    const found = await axe.run(document, options)
    return found.violations.map((it) => `${it.id}: ${it.nodes[0]?.html}`)
  }, options)
  expect.soft(violations, screen).toEqual([])
}

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Every rule in the light; in the dark nothing differs but the colours. */
export async function clean(page: Page, screen: string): Promise<void> {
  await finds(page, { type: 'tag', values: STANDARD }, screen)
  await page.emulateMedia({ colorScheme: 'dark' })
  await finds(page, { type: 'rule', values: ['color-contrast'] }, `${screen}, dark`)
  await page.emulateMedia({ colorScheme: 'light' })
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect.soft(wider, `${screen} is not wider than the window`).toBeLessThanOrEqual(0)
}
