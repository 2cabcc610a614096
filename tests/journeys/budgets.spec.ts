import { brotliCompressSync } from 'node:zlib'
import type { Response } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { openCampaign } from './open-campaign.ts'
import { AFI, fillForm, submit, thanks } from './people.ts'

// Figures of docs/performance.md, in KiB after Brotli. They only go down.
const BUDGETS = { 'load.js': 25, 'load.total': 75, 'load.precache': 120, 'load.worker': 50 }

const kib = async (responses: Response[], types: RegExp) => {
  const bodies = await Promise.all(
    responses.filter((it) => types.test(it.headers()['content-type'] ?? '')).map((it) => it.body()),
  )
  return bodies.reduce((sum, body) => sum + brotliCompressSync(body).length, 0) / 1024
}

test('a case can be read, signed and kept offline within the budgets', async ({ context, server, errors: _ }) => {
  await openCampaign(server)
  const byPage: Response[] = []
  const byWorker: Response[] = []
  context.on('response', (it) => (it.request().serviceWorker() ? byWorker : byPage).push(it))
  const page = await context.newPage()
  await page.addInitScript(watchThanks)
  await page.goto(`${server.url}/p/manahel-al-otaibi`)

  await page.getByLabel('Prénom', { exact: true }).fill('A')
  // A browser asks a server for six at a time: a seventh would wait for a round trip.
  expect.soft(byPage.filter((it) => /javascript|css/.test(it.headers()['content-type'] ?? '')).length).toBeLessThan(7)
  const figures: Record<string, number> = { 'load.js': await kib([...byPage], /javascript/) }

  await fillForm(page, AFI)
  // Real typing takes longer than a test's: what begins in the background meanwhile counts.
  await page.waitForFunction(() => Boolean(navigator.serviceWorker.controller))
  await submit(page)
  await thanks(page, AFI)
  // The receipt's QR and the code that sends begin once the thank-you stands; on a busy machine they are there before the test has looked.
  const begunLater = await page.evaluate(namesSinceThanks)
  // The page's own styles came inside it.
  const styles = await page.evaluate(() => document.querySelector('head > style')?.textContent ?? '')
  expect(styles).not.toBe('')
  figures['load.total'] =
    brotliCompressSync(styles).length / 1024 +
    (await kib(
      byPage.filter((it) => !begunLater.includes(it.url()) && !/\/assets\/qr-/.test(it.url())),
      /javascript|css/,
    ))

  // Asked for once more by the test itself: of what a worker fetches, not every body is reported.
  const worker = `${server.url}/sw.js`
  const again = async (urls: Iterable<string>) => {
    const answers = await Promise.all([...urls].map((url) => fetch(url)))
    const counted = answers.filter((it) =>
      /javascript|css|html|json|manifest/.test(it.headers.get('content-type') ?? ''),
    )
    const bodies = await Promise.all(counted.map((it) => it.arrayBuffer()))
    return bodies.reduce((sum, body) => sum + brotliCompressSync(Buffer.from(body)).length, 0) / 1024
  }
  // No part of what is fetched ahead: letters and joining come some seconds after somebody has signed, and a challenge is asked for
  // when something is sent; on a busy machine both are there before the test has looked.
  const later = /\/assets\/acts\/|\/api\/v1\/challenge/
  const fetched = byWorker.filter(
    (it) => it.request().method() === 'GET' && it.url() !== worker && !later.test(it.url()),
  )
  // The page that is being read is asked for with its tag: the server answers 304, and nothing travels.
  const [read] = fetched.filter((it) => it.url() === page.url())
  expect((await read?.request().sizes())?.responseBodySize).toBe(0)
  figures['load.precache'] = await again(new Set(fetched.filter((it) => it !== read).map((it) => it.url())))
  figures['load.worker'] = await again([worker])

  for (const [name, budget] of Object.entries(BUDGETS)) {
    console.log(JSON.stringify({ name, unit: 'KiB', value: Number(figures[name]?.toFixed(2)), budget }))
    expect.soft(figures[name], name).toBeGreaterThan(0)
    expect.soft(figures[name], name).toBeLessThanOrEqual(budget)
  }
})

/** Notes when the thank-you first stood in the page. */
function watchThanks(): void {
  const watcher = new MutationObserver(() => {
    if (!document.querySelector('dialog.thanks[open]')) return
    performance.mark('thanks')
    watcher.disconnect()
  })
  watcher.observe(document, { subtree: true, childList: true, attributeFilter: ['open'] })
}

/** Addresses that the page began to fetch after that. */
function namesSinceThanks(): string[] {
  const [thanks] = performance.getEntriesByName('thanks')
  if (!thanks) throw new Error('the thank-you was not seen')
  return performance
    .getEntriesByType('resource')
    .filter((it) => it.startTime > thanks.startTime)
    .map((it) => it.name)
}
