// Figures as JSON lines on the standard output.
//   bench.mjs [NAME …]   all of them, or those whose name begins so
import { spawnSync } from 'node:child_process'

const names = process.argv.slice(2)
const only = names.length > 0 ? ['--grep', names.map((it) => it.replaceAll('.', '\\.')).join('|')] : []
const { status } = spawnSync(
  process.execPath,
  ['node_modules/@playwright/test/cli.js', 'test', '-c', 'playwright.bench.config.ts', ...only],
  { stdio: 'inherit' },
)
process.exit(status ?? 1)
