// What every journey has: a fresh server, a phone, and a watch on everything that may go wrong unseen.
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { TestServer } from './server.ts'
import { witnessOf } from './witness.ts'

export const PHONE = { width: 360, height: 740 }
export const TABLET = { width: 1024, height: 768 }

interface Fixtures {
  server: TestServer
  /** Errors that nobody handled, in page, worker and service worker; a journey that expects one takes it out. */
  errors: string[]
  phone: Page
}

export const test = base.extend<Fixtures>({
  server: async ({ context }, use, info) => {
    const tell = witnessOf(context)
    const server = await TestServer.create()
    await use(server)
    if (info.status !== info.expectedStatus) await tell()
    const reports = await server.cspReports().catch(() => 'the server was left dead')
    await server.remove()
    expect(reports, 'violations of the Content-Security-Policy').toEqual([])
  },
  errors: async ({ context }, use) => {
    const errors: string[] = []
    watch(context, errors)
    await use(errors)
    expect(errors, 'errors that nobody handled').toEqual([])
  },
  phone: async ({ context, server, errors: _ }, use) => {
    const page = await context.newPage()
    await page.setViewportSize(PHONE)
    await page.goto(server.url)
    await use(page)
    // A page goes on sending after the last line of a journey; what stands in for the road answers it while there is a server.
    await context.unrouteAll({ behavior: 'wait' })
  },
})

export { expect, type Page }

/** Collects what the console calls an error, but for requests that a journey makes fail on purpose. */
export function watch(context: BrowserContext, errors: string[]): void {
  context.on('weberror', (error) => errors.push(String(error.error())))
  context.on('console', (message) => {
    if (message.type() !== 'error') return
    if (/Failed to load resource|net::ERR_|Failed to fetch/.test(message.text())) return
    errors.push(message.text())
  })
}

/** Waits until the page is controlled by a worker that keeps what reading and signing offline needs. */
export async function readyOffline(page: Page): Promise<void> {
  await page.waitForFunction(() => Boolean(navigator.serviceWorker.controller), undefined, { timeout: 30_000 })
  // Not by waitForFunction: it takes a promise for a yes.
  const hasCampaign = () =>
    page.evaluate(async () => {
      const names = await caches.keys()
      const kept = await Promise.all(
        names.map(async (name) => (await (await caches.open(name)).keys()).map((r) => r.url)),
      )
      return kept.flat().some((url) => url.endsWith('/api/v1/campaigns/current'))
    })
  await expect.poll(hasCampaign, { message: 'the worker keeps the campaign', timeout: 30_000 }).toBe(true)
}
