// Puts a new build in the place of the last one, and keeps the files of the builds before it: a tab, or a page that a phone
// kept, goes on asking for the chunks it was built with (design §5).
//   dist/next/      the new build; it is made here, so that a build that fails takes nothing away
//   dist/client/    the build that is served; dist/server/ serves it
//   dist/previous/  1/assets, 2/assets: what the builds before it served
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const KEPT = 2

/** @throws Error, with nothing changed, where the new build is not whole. */
export function takeOver(dist) {
  const at = (...names) => join(dist, ...names)
  for (const part of ['client/assets', 'server'])
    if (!existsSync(at('next', part))) throw new Error(`the new build has no ${part}`)

  const served = at('client/assets')
  if (existsSync(served) && namesIn(served) !== namesIn(at('next/client/assets'))) {
    const place = (age) => at('previous', String(age))
    rmSync(place(KEPT), { recursive: true, force: true })
    for (let age = KEPT - 1; age > 0; age--) if (existsSync(place(age))) renameSync(place(age), place(age + 1))
    mkdirSync(place(1), { recursive: true })
    renameSync(served, join(place(1), 'assets'))
  }
  for (const part of ['client', 'server']) {
    rmSync(at(part), { recursive: true, force: true })
    renameSync(at('next', part), at(part))
  }
  rmSync(at('next'), { recursive: true })
}

/** Names carry a hash of the content: builds with the same names are the same to a browser. Packed copies aside. */
const namesIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => !/\.(?:br|gz)$/.test(name))
    .sort()
    .join('\n')
