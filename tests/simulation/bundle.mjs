// Bundles the simulation with the production code it drives, or with a mutant of it, into node_modules/.cache.
import { readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const HERE = dirname(fileURLToPath(import.meta.url))
const ROOT = resolve(HERE, '../..')
export const CACHE = join(ROOT, 'node_modules/.cache/simulation')
const TIMERS = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance']
/** They reach for a browser as soon as they are imported. */
const BROWSER = ['this-device', 'page-drain', 'sw-bridge', 'prove-here'].map((name) => `src/outbox/${name}.ts`)

/**
 * Returns the bundle's file, to be imported. `edits`: { file, find, replace } on production sources; `find` has to be there
 * exactly once.
 */
export async function bundle(name, edits = []) {
  const left = new Set(edits)
  const outDir = join(CACHE, name)
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    define: Object.fromEntries(TIMERS.map((timer) => [timer, `globalThis.simulated.${timer}`])),
    build: {
      ssr: join(HERE, 'entry.ts'),
      target: 'node20',
      outDir,
      emptyOutDir: true,
      copyPublicDir: false,
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'simulation.mjs', codeSplitting: false } },
    },
    plugins: [
      {
        name: 'no-browser',
        enforce: 'pre',
        load(id) {
          if (BROWSER.includes(relative(ROOT, id))) return readFileSync(join(HERE, 'no-browser.ts'), 'utf8')
        },
      },
      {
        name: 'mutant',
        enforce: 'pre',
        transform(code, id) {
          const here = edits.filter(({ file }) => relative(ROOT, id) === file)
          if (here.length === 0) return null
          let changed = code
          for (const edit of here) {
            if (changed.split(edit.find).length !== 2)
              throw new Error(`${name}: not exactly once in ${edit.file}: ${edit.find}`)
            changed = changed.replace(edit.find, () => edit.replace)
            left.delete(edit)
          }
          return changed
        },
      },
    ],
  })
  for (const { file } of left) throw new Error(`${name}: the simulation does not use ${file}`)
  return pathToFileURL(join(outDir, 'simulation.mjs')).href
}
