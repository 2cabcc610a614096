// Builds on every change and restarts the server: the same bundles and headers as `npm start`, so that what works here
// works there. The page is reloaded by hand.
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { buildIfStale, STAMP } from './build.mjs'

await buildIfStale()
// What is watched is not packed and not stamped: the next `npm start` builds anew.
rmSync(STAMP, { force: true })
const vite = 'node_modules/vite/bin/vite.js'
const running = [
  [vite, 'build', '--watch', '--logLevel', 'warn'],
  [vite, 'build', '--ssr', '--watch', '--logLevel', 'warn'],
  ['--watch-path=dist/server', 'dist/server/main.js'],
].map((words) => spawn(process.execPath, words, { stdio: 'inherit' }))

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of running) child.kill(signal)
    process.exit(0)
  })
}
