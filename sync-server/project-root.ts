import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of Paraphe's package.json, above this file, whether it runs from the sources or bundled into dist/server. */
export function projectRoot(from: string = fileURLToPath(import.meta.url)): string {
  for (let dir = dirname(from); ; dir = dirname(dir)) {
    const manifest = join(dir, 'package.json')
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'paraphe') return dir
    if (dir === dirname(dir)) throw new Error(`no package.json of Paraphe above ${from}`)
  }
}
