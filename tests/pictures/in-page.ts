// A module of ours as one script in a page of a real server.
import type { Page } from '@playwright/test'
import { build } from 'vite'

/** Afterwards `globalThis[name]` has what the module exports. */
export async function addModule(page: Page, entry: string, name: string): Promise<void> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, target: 'es2022', minify: false, lib: { entry, formats: ['iife'], name } },
  })
  const [bundle] = Array.isArray(made) ? made : [made]
  if (!bundle || !('output' in bundle)) throw new Error('not built')
  // A `var` at the top of what is evaluated would be nobody else's.
  await page.evaluate(`${bundle.output[0].code}; globalThis.${name} = ${name}`)
}
