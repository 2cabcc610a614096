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
  await page.goto(`${server.url}/p/manahel-al-otaibi`)

  await page.getByLabel('Prénom', { exact: true }).fill('A')
  const figures: Record<string, number> = { 'load.js': await kib([...byPage], /javascript/) }

  await fillForm(page, AFI)
  // Real typing takes longer than a test's: what begins in the background meanwhile counts.
  await page.waitForFunction(() => Boolean(navigator.serviceWorker.controller))
  await submit(page)
  await thanks(page, AFI)
  // The receipt's QR begins once the thank-you stands; on a busy machine it is there before the test has looked.
  figures['load.total'] = await kib(
    byPage.filter((it) => !/\/assets\/qr-/.test(it.url())),
    /javascript|css/,
  )

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
  // Letters and joining are no part of what is fetched ahead: they come some seconds after somebody has signed.
  const fetched = byWorker.filter(
    (it) => it.request().method() === 'GET' && it.url() !== worker && !/\/assets\/acts\//.test(it.url()),
  )
  figures['load.precache'] = await again(new Set(fetched.map((it) => it.url())))
  figures['load.worker'] = await again([worker])

  for (const [name, budget] of Object.entries(BUDGETS)) {
    console.log(JSON.stringify({ name, unit: 'KiB', value: Number(figures[name]?.toFixed(1)), budget }))
    expect.soft(figures[name], name).toBeGreaterThan(0)
    expect.soft(figures[name], name).toBeLessThanOrEqual(budget)
  }
})
