// Makes a clone ready, with nothing installed yet: so this file imports nothing but Node. `npm start` and `npm test` call it
// first. What is already done is not done again.
//   setup.mjs install | start | test
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { say, stopWith } from './say.mjs'

const goal = process.argv[2] ?? 'install'
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  stopWith(`Paraphe needs Node 20.19 or newer; this is ${process.version}. See https://nodejs.org`)
}

await install()
if (goal !== 'install') {
  const { buildIfStale } = await import('./build.mjs')
  await buildIfStale()
}
if (goal === 'test') {
  const { installChromium } = await import('./browser.mjs')
  await installChromium()
}

/** Installs what the lockfile names, once for each lockfile and each Node (SQLite's binding is compiled for one ABI). */
async function install() {
  const stamp = 'node_modules/.paraphe-installed'
  const wanted = createHash('sha256')
    .update(readFileSync('package-lock.json'))
    .update(process.versions.modules + process.platform + process.arch)
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('Installing the libraries, once: two minutes, or five on a slow machine. SQLite may be compiled meanwhile…')
  const began = Date.now()
  const still = setInterval(() => say(`… still installing, ${Math.round((Date.now() - began) / 1000)} s`), 20_000)
  const status = await npmCi()
  clearInterval(still)
  if (status !== 0)
    stopWith(
      'The libraries could not be installed: see the lines above. Is there a network, and no other install running here?',
    )
  writeFileSync(stamp, wanted)
}

/** Exit status; null where npm did not even start. */
function npmCi() {
  const npm = spawn('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  return new Promise((resolve) => {
    npm.on('error', () => resolve(null))
    npm.on('close', resolve)
  })
}
