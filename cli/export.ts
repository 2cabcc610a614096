import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { readConfig } from '../sync-server/config.ts'
import { projectRoot } from '../sync-server/project-root.ts'
import { run, say } from '../sync-server/run.ts'
import { readOrder, USAGE } from './arguments.ts'
import { runExport } from './run-export.ts'

// npm run export -- --key FILE --campaign ID --format csv --out FILE

/** Built beside this file (vite.config.ts). */
const OPENER = new URL('./export-opener.js', import.meta.url)

void run(async () => {
  const order = readOrder(process.argv.slice(2))
  if (order === 'help') return say(USAGE)
  const said = await runExport(order, {
    dataDir: readConfig(process.env).dataDir,
    input: process.stdin,
    output: process.stderr,
    newWorker: () => new Worker(OPENER),
    now: () => new Date(),
    app: JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')).version,
  })
  for (const line of said) say(line)
  // A terminal or a pipe that was asked for the passphrase would hold the program.
  process.stdin.destroy()
})
