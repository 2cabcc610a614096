import type { Page } from '@playwright/test'
import type { Card } from '../../src/console/editor/card-picture.ts'

type Drawer = typeof import('../../src/console/editor/card-picture.ts')

/** The card's PNG, drawn by production code that `addModule` put there as `card`. */
export async function drawn(page: Page, card: Card): Promise<Buffer> {
  const bytes = await page.evaluate(async (it) => {
    const { cardPicture } = (globalThis as unknown as { card: Drawer }).card
    return [...new Uint8Array(await (await cardPicture(it)).arrayBuffer())]
  }, card)
  return Buffer.from(bytes)
}
