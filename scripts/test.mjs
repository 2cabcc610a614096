// The gate: every check in turn, one plain line for each, and one closing line that counts.
//   test.mjs [--long]   --long repeats the browser journeys and deepens the property tests
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { say } from './say.mjs'

const long = process.argv.includes('--long')
const REPORTS = 'node_modules/.cache/paraphe'
rmSync(REPORTS, { recursive: true, force: true })
mkdirSync(REPORTS, { recursive: true })

const total = { passed: 0, failed: 0 }
const bin = (path, ...words) => [process.execPath, [`node_modules/${path}`, ...words]]

step('Lint', ...bin('@biomejs/biome/bin/biome', 'check', '.'))
step('Types, one program per runtime', process.execPath, ['scripts/types.mjs'])
step(
  'Floors',
  ...bin(
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.mjs',
    ...['protocol', 'src', 'sw', 'sync-server', 'cli', 'tests'],
  ),
)
step(
  'Unit and property tests',
  ...bin('vitest/vitest.mjs', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${REPORTS}/unit.json`),
  () => {
    const report = JSON.parse(readFileSync(`${REPORTS}/unit.json`, 'utf8'))
    return { passed: report.numPassedTests, failed: report.numFailedTests }
  },
)
step(
  'Journeys in a real browser',
  ...bin('@playwright/test/cli.js', 'test', ...(long ? ['--repeat-each=5'] : [])),
  () => {
    const { stats } = JSON.parse(readFileSync(`${REPORTS}/journeys.json`, 'utf8'))
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky }
  },
)

console.log(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)

/** Runs one step; it counts as one check, or as many as its report says. */
function step(name, command, words, readReport) {
  say(`${name}…`)
  const start = Date.now()
  const env = { ...process.env, ...(long ? { PARAPHE_LONG: '1' } : {}) }
  const ok = spawnSync(command, words, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0
  let counts = { passed: ok ? 1 : 0, failed: ok ? 0 : 1 }
  try {
    if (readReport) counts = readReport()
  } catch (error) {
    console.error(`  no report: ${error.message}`)
  }
  // A runner that fails without naming a failed test (a crash, a file that does not load) still fails.
  if (!ok && counts.failed === 0) counts.failed = 1
  total.passed += counts.passed
  total.failed += counts.failed
  say(`${name}: ${ok ? 'ok' : 'FAILED'} (${((Date.now() - start) / 1000).toFixed(1)} s)`)
}
