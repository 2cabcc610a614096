// Builds the client with its worker, and the server with the pages that it renders, into dist/.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { pack } from './pack.mjs'
import { say, stopWith } from './say.mjs'
import { takeOver } from './take-over.mjs'

const SOURCES = [
  'src',
  'sw',
  'protocol',
  'sync-server',
  'cli',
  'public',
  'scripts',
  'index.html',
  'vite.config.ts',
  'package-lock.json',
]
export const STAMP = 'dist/.built'

/** Builds when a source's content is not what was built last. */
export async function buildIfStale() {
  const wanted = fingerprint()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return
  build(wanted)
}

function build(stamp = fingerprint()) {
  rmSync('dist/next', { recursive: true, force: true })
  say('Building the app and its worker…')
  vite('build', '--outDir', 'dist/next/client', '--logLevel', 'warn')
  // After the worker was given its list of files, which names none of the packed ones.
  const { files, bytes, br, gz } = pack('dist/next/client')
  say(`Packed ${files} files: ${kib(bytes)} are ${kib(br)} by Brotli, ${kib(gz)} by gzip.`)
  say('Building the server…')
  vite('build', '--ssr', '--outDir', 'dist/next/server', '--logLevel', 'warn')
  // What lies in dist/ has no name while it changes.
  rmSync(STAMP, { force: true })
  takeOver('dist')
  writeFileSync(STAMP, stamp)
}

const kib = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`

function vite(...words) {
  const done = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', ...words], { stdio: 'inherit' })
  if (done.status !== 0) stopWith('The build failed: see the lines above.')
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap(filesIn)) hash.update(file).update('\0').update(readFileSync(file))
  return hash.digest('hex')
}

function filesIn(path) {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) build()
