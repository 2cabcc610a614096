// The command line and its thread, bundled as vite.config.ts bundles them, but apart: a test needs no whole build.
import { join, resolve } from 'node:path'
import { build } from 'vite'

const ROOT = resolve(import.meta.dirname, '../..')
/** Inside the project, whose packages it finds above itself. */
const OUT = join(ROOT, 'node_modules/.cache/command-line', String(process.pid))

/** Returns the folder with export.js and export-opener.js. */
export async function builtCommandLine() {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      target: 'node20',
      outDir: OUT,
      emptyOutDir: true,
      copyPublicDir: false,
      minify: false,
      rolldownOptions: {
        input: { export: join(ROOT, 'cli/export.ts'), 'export-opener': join(ROOT, 'cli/opener.ts') },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
  return OUT
}
