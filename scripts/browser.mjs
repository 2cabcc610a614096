// Finds the Chromium that the tests drive, or installs one.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { say, stopWith } from './say.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * Features to turn off: Chromium 15x draws the list under its address bar ahead, in two pages of its own for each window. Nobody sees them
 * here, and they take more processor than all that a journey does (15 of 27 s in eight windows).
 */
export const UNSEEN_PAGES = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup']

/** Path of a Chromium: PARAPHE_CHROMIUM, the system's, or Playwright's own; null where there is none. */
export async function findChromium() {
  const named = process.env.PARAPHE_CHROMIUM
  if (named) return existsSync(named) ? named : stopWith(`PARAPHE_CHROMIUM names ${named}, which is not there.`)
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of NAMES) if (folder && existsSync(join(folder, name))) return join(folder, name)
  }
  const { chromium } = await import('@playwright/test')
  const own = chromium.executablePath()
  return existsSync(own) ? own : null
}

export async function installChromium() {
  if (await findChromium()) return
  say('No Chromium found: trying Playwright’s own download…')
  spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], { stdio: 'inherit' })
  if (await findChromium()) return
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('Installing Debian’s Chromium…')
    spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore' })
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { stdio: 'inherit' })
  }
  if (!(await findChromium())) {
    stopWith('The browser tests need a Chromium. Install one, or name it: PARAPHE_CHROMIUM=/path/to/chromium npm test')
  }
}
