import bench from './playwright.bench.config.ts'

// `npm run lighthouse`: apart from the figures of `npm run bench`, because it fetches Lighthouse.
export default {
  ...bench,
  testDir: 'bench/lighthouse',
  testMatch: '**/*.lighthouse.ts',
  outputDir: 'test-results/lighthouse',
}
