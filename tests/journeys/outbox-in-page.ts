// Puts sealed envelopes into a page's outbox by the production queue, as if so many people had signed there.
import type { Page } from '@playwright/test'
import type { Envelope } from '../../protocol/envelope.ts'
import { pageScript } from './page-script.ts'

type Hook = typeof import('./outbox-hook.ts')

export async function fillOutbox(page: Page, envelopes: readonly Envelope[]): Promise<void> {
  await page.evaluate(await pageScript('tests/journeys/outbox-hook.ts', 'testOutbox'))
  await page.evaluate((all) => (globalThis as unknown as { testOutbox: Hook }).testOutbox.keepAll(all), envelopes)
}
