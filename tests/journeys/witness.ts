// Nobody can look at the machine where a journey failed: it prints what was asked for in vain, and how the pages stood.
import type { BrowserContext, Page } from '@playwright/test'

/** The newest of what was asked for in vain. */
const MOST = 15

/** Watches one context; what it returns tells, of all the pages of its browser. */
export function witnessOf(context: BrowserContext): () => Promise<void> {
  const inVain: string[] = []
  context.on('requestfailed', (it) => inVain.push(`${it.method()} ${it.url()} ${it.failure()?.errorText}`))
  context.on('response', (it) => it.status() >= 400 && inVain.push(`${it.status()} ${it.url()}`))
  return async () => {
    console.log([`asked for in vain (${inVain.length}):`, ...inVain.slice(-MOST)].join('\n'))
    const pages = context.browser()?.contexts() ?? [context]
    for (const page of pages.flatMap((it) => it.pages())) console.log(`${page.url()}\n${await standing(page)}`)
  }
}

/** What assistive technology hears of a page; one that answers nothing tells that. */
const standing = (page: Page): Promise<string> =>
  page
    .locator('body')
    .ariaSnapshot({ timeout: 2000 })
    .then((it) => `${it.slice(0, 4000)}\n`)
    .catch(String)
