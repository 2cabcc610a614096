import { defineConfig } from '@playwright/test'
import journeys from './playwright.config.ts'

// Figures and not tests: `npm run bench`.
export default defineConfig({
  ...journeys,
  testDir: 'bench',
  testMatch: '**/*.bench.ts',
  reporter: [['./bench/only-lines.ts']],
  use: journeys.use,
})
