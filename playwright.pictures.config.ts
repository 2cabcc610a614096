import journeys from './playwright.config.ts'

// Makes the pictures that are committed: icons, what an installer shows of the app, and the sample's cards. `npm run pictures`
export default {
  ...journeys,
  testDir: 'tests/pictures',
  outputDir: 'test-results/pictures-run',
  reporter: 'list',
}
