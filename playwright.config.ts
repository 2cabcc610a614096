import { defineConfig } from '@playwright/test'
import { findChromium, UNSEEN_PAGES } from './scripts/browser.mjs'

/** A second `--disable-features` takes the place of Playwright's own, so those of its list that concern a headless Chromium stand here too. */
const PLAYWRIGHTS = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'Translate',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
]
const args = [
  `--disable-features=${[...PLAYWRIGHTS, ...UNSEEN_PAGES].join(',')}`,
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '**/*.spec.ts',
  // Its own: what is in it is removed at each run, and the other configurations write pictures beside it.
  outputDir: 'test-results/journeys',
  // One journey waits most of the time, so two fit on two cores (with a third, a camera's film comes too slowly to be read); what is
  // measured in one are bytes and not times.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'node_modules/.cache/paraphe/journeys.json' }]],
  use: {
    locale: 'fr-FR',
    timezoneId: 'Africa/Lome',
    launchOptions: { executablePath: (await findChromium()) ?? undefined, args },
    // A trace of every step costs a fifth of the time. `npx playwright test --trace=retain-on-failure NAME` makes one.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
})
