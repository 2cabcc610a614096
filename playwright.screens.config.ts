import journeys from './playwright.config.ts'

// Pictures to look at, not a test: `npm run screens` writes them to test-results/screens/.
export default {
  ...journeys,
  testDir: 'tests/screens',
  outputDir: 'test-results/screens-run',
  reporter: 'list',
}
