// Puts sealed envelopes into a page's outbox by the production queue, as if so many people had signed there.
import type { Page } from '@playwright/test'
import { build } from 'vite'
import type { Envelope } from '../../protocol/envelope.ts'

type Hook = typeof import('./outbox-hook.ts')

/** The production queue over the production storage, as one script; none of it is in a build. */
async function script(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      lib: { entry: 'tests/journeys/outbox-hook.ts', formats: ['iife'], name: 'testOutbox' },
    },
  })
  const [bundle] = Array.isArray(made) ? made : [made]
  if (!bundle || !('output' in bundle)) throw new Error('not built')
  // A `var` at the top of what is evaluated would be nobody else's.
  return `${bundle.output[0].code}; globalThis.testOutbox = testOutbox`
}

export async function fillOutbox(page: Page, envelopes: readonly Envelope[]): Promise<void> {
  await page.evaluate(await script())
  await page.evaluate((all) => (globalThis as unknown as { testOutbox: Hook }).testOutbox.keepAll(all), envelopes)
}
