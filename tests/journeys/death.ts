// A browser that dies the moment after it promised something: what came in sight must be true when it comes back.
import type { Page } from '@playwright/test'
import type { Chance } from '../seeded.ts'
import type { Living } from './mortal-browser.ts'

export const WITHIN_MS = 50

/** `text`: of what came in sight; `seen` and `killed` in ms since 1970. */
export interface Death {
  text: string
  seen: number
  killed: number
}

/** Does `act`, and kills the browser within WITHIN_MS after an element of `selector` that says `says` came in sight. Once for each browser. */
export async function dieAtSight(
  page: Page,
  living: Living,
  chance: Chance,
  { selector, says = '' }: { selector: string; says?: string },
  act: () => Promise<void>,
): Promise<Death> {
  // More of the early moments, where a promise that came too soon would be found out.
  const wait = WITHIN_MS * chance.next() ** 2
  let tell: (seen: string, at: number) => void = () => {}
  const dying = new Promise<Death>((resolve) => {
    tell = (text, at) => {
      const left = Math.max(0, at + wait - Date.now())
      setTimeout(() => resolve({ text, seen: at, killed: living.kill() }), left)
    }
  })
  await living.context.exposeBinding('inSight', (_, text: string, at: number) => tell(text, at))
  await page.evaluate(
    ({ selector, says }) => {
      const look = () => {
        const text = document.querySelector<HTMLElement>(selector)?.innerText
        if (!text?.includes(says)) return
        watcher.disconnect()
        ;(globalThis as unknown as { inSight(text: string, at: number): void }).inSight(text, Date.now())
      }
      const watcher = new MutationObserver(look)
      const all = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['open'] }
      watcher.observe(document, all)
    },
    { selector, says },
  )
  // What kills the browser may never hear that it was done.
  await Promise.all([dying, act().catch(() => {})])
  return dying
}
