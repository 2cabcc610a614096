import journeys from './playwright.config.ts'

// Makes the pictures of the coordinators' guide from the real screens, in each language: `npm run guide`
export default {
  ...journeys,
  testDir: 'tests/guide',
  outputDir: 'test-results/guide-run',
  reporter: 'list',
}
