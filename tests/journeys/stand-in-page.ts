// One screen of the stand's, as production code, alone in a page of a real server: no menu, no enrolment.

import type { Page } from '@playwright/test'
import preact from '@preact/preset-vite'
import { build } from 'vite'
import type { Campaign } from '../../protocol/campaign.ts'
import type { Language } from '../../src/i18n/languages.ts'
import type { Standing } from '../../src/stand/standing.ts'
import type { TestServer } from './server.ts'

type Hook = typeof import('./stand-hook.tsx')

let built: Promise<{ code: string; css: string }> | undefined

async function script(): Promise<{ code: string; css: string }> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [preact()],
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      lib: { entry: 'tests/journeys/stand-hook.tsx', formats: ['iife'], name: 'testStand' },
    },
  })
  const [bundle] = Array.isArray(made) ? made : [made]
  if (!bundle || !('output' in bundle)) throw new Error('not built')
  const code = bundle.output[0].code
  const css = bundle.output.flatMap((it) => (it.type === 'asset' && it.fileName.endsWith('.css') ? [it.source] : []))
  return { code: `${code}; globalThis.testStand = testStand`, css: css.join('\n') }
}

export const STANDING: Standing = {
  device: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  key: '',
  tablet: 2,
  root: '',
  stand: {
    id: 'grand-marche',
    campaign: 'ecrire-pour-les-droits-2024',
    name: 'Grand marché',
    place: 'Lomé',
    from: '2026-11-20',
    to: '2026-12-10',
    petitions: ['manahel-al-otaibi', 'joel-paredes'],
  },
}

/** Opens `screen` (stand-hook.tsx) for the server's campaign. */
export async function openScreen(
  page: Page,
  server: TestServer,
  screen: string,
  language: Language = 'fr',
): Promise<void> {
  built ??= script()
  const { code, css } = await built
  // A page of this origin that runs nothing by itself.
  await page.goto(`${server.url}/healthz`)
  const campaign = (await (await fetch(`${server.url}/api/v1/campaigns/current`)).json()) as Campaign
  await page.evaluate(code)
  await page.evaluate(
    ({ screen, campaign, standing, language, css }) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      document.adoptedStyleSheets = [sheet]
      const world = globalThis as unknown as { testStand: Hook; left?: boolean; pin?: boolean }
      const left = () => {
        world.left = true
      }
      // A test gives the PIN by setting it.
      const askPin = async () => world.pin === true
      world.testStand.mount(screen, { campaign, standing, language, left, askPin })
    },
    { screen, campaign, standing: STANDING, language, css },
  )
}
